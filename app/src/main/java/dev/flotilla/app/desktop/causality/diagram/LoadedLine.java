package dev.flotilla.app.desktop.causality.diagram;

import dev.flotilla.app.desktop.causality.model.CausalityModel;
import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// How much of the history the diagram is made of, where that is not all of it, and the way to
/// more.
///
/// Thread: FX.
final class LoadedLine extends HBox {
  LoadedLine(CausalityModel model, Texts texts) {
    super(Space.SMALL);
    setId("diagram-loaded");
    getStyleClass().add("diagram-loaded");
    setAlignment(Pos.CENTER_LEFT);
    Label words = Labels.of("", "small", "soft");
    words.setId("diagram-loaded-words");
    words.setMinWidth(0);
    words
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> words(model, texts),
                model.historyProperty(),
                model.loadingProperty(),
                model.problemProperty()));
    Button older = Buttons.quiet("diagram-older", texts.of("diagram.loaded.older"));
    older.setOnAction(_ -> model.older());
    older.disableProperty().bind(model.loadingProperty());
    Regions.shownWhile(older, model.moreProperty());
    getChildren().addAll(words, older);
    // A change of somebody else is read in no time: saying so each time would flicker.
    BooleanBinding isFirst =
        Bindings.createBooleanBinding(
                () -> model.historyProperty().get().size() == 0, model.historyProperty())
            .and(model.loadingProperty());
    Regions.shownWhile(
        this, model.moreProperty().or(isFirst).or(model.problemProperty().isNotEmpty()));
  }

  private static String words(CausalityModel model, Texts texts) {
    if (!model.problemProperty().get().isEmpty()) {
      return model.problemProperty().get();
    }
    long size = model.historyProperty().get().size();
    return size == 0 ? texts.of("diagram.loaded.reading") : texts.of("diagram.loaded.newest", size);
  }
}
