package dev.flotilla.app.desktop.causality.diagram;

import dev.flotilla.app.causality.layout.SpaceTime;
import dev.flotilla.app.desktop.causality.model.CausalityModel;
import dev.flotilla.app.desktop.causality.model.DiagramModel;
import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.net.change.ChangeRef;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// Says that the diagram leaves out the change that is looked at, although everything in it is lit
/// by that change; and the way to it.
///
/// Thread: FX.
final class AsideLine extends HBox {
  AsideLine(CausalityModel model, DiagramModel shown, Texts texts) {
    super(Space.SMALL);
    setId("diagram-aside");
    getStyleClass().add("diagram-loaded");
    setAlignment(Pos.CENTER_LEFT);
    Label words = Labels.of(texts.of("diagram.aside"), "small", "soft");
    words.setMinWidth(0);
    Button show = Buttons.quiet("diagram-aside-show", texts.of("diagram.aside.show"));
    show.setOnAction(_ -> model.wantedProperty().set(model.selectedProperty().get()));
    getChildren().addAll(words, show);
    Regions.shownWhile(
        this,
        Bindings.createBooleanBinding(
            () -> isAside(shown.spaceTimeProperty().get(), model.selectedProperty().get()),
            shown.spaceTimeProperty(),
            model.selectedProperty()));
  }

  private static boolean isAside(SpaceTime diagram, @Nullable ChangeRef selected) {
    return selected != null
        && !diagram.marks().isEmpty()
        && diagram.history().find(selected).stream()
            .flatMap(index -> IntStream.of(diagram.mark(index)))
            .anyMatch(place -> place < 0);
  }
}
