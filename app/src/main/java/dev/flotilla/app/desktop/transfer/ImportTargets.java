package dev.flotilla.app.desktop.transfer;

import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.app.desktop.transfer.ImportViewModel.Phase;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What the file is compared with, and to which environments it goes.
final class ImportTargets extends VBox {
  private final ImportViewModel model;
  private final Texts texts;
  private final FlowPane places = new FlowPane(Space.SMALL, Space.SMALL);

  ImportTargets(ImportViewModel model, Texts texts) {
    super(Space.SMALL);
    this.model = model;
    this.texts = texts;
    Label how = Labels.wrapped("", "soft");
    how.setId("import-how");
    how.textProperty().bind(model.howProperty());
    places.setAlignment(Pos.CENTER_LEFT);
    places.setId("import-targets");
    getChildren().addAll(how, places);
    model.targets().addListener((ListChangeListener<ImportTarget>) _ -> show());
    model.mappings().addListener((ListChangeListener<ImportMapping>) _ -> show());
    model.phaseProperty().subscribe(_ -> show());
    Regions.shownWhile(this, model.howProperty().isNotEmpty());
    Regions.shownWhile(places, Bindings.isNotEmpty(places.getChildren()));
  }

  private void show() {
    List<Node> nodes = new ArrayList<>();
    if (model.isWhole()) {
      nodes.add(mode());
    }
    if (!model.targets().isEmpty()) {
      nodes.add(Labels.of(texts.of("import.into"), "field-label"));
      model.targets().forEach(target -> nodes.add(chip(target)));
    }
    model.mappings().forEach(mapping -> nodes.add(mapping(mapping)));
    boolean running = model.phaseProperty().get() == Phase.RUNNING;
    places.setDisable(running);
    places.getChildren().setAll(nodes);
  }

  private Node mode() {
    ToggleGroup group = new ToggleGroup();
    HBox row =
        new HBox(
            mode("merge", "import.mode.merge", false, group),
            mode("replace", "import.mode.replace", true, group));
    row.getStyleClass().add("segments");
    return row;
  }

  private ToggleButton mode(String name, String text, boolean replacing, ToggleGroup group) {
    ToggleButton button = new ToggleButton(texts.of(text));
    button.setId("import-mode-" + name);
    button.setAccessibleText(texts.of(text));
    button.getStyleClass().setAll("segment");
    button.setToggleGroup(group);
    button.setSelected(model.replacingProperty().get() == replacing);
    button.setOnAction(_ -> {
      button.setSelected(true);
      model.replacingProperty().set(replacing);
    });
    return button;
  }

  private ToggleButton chip(ImportTarget target) {
    ToggleButton button = new ToggleButton(target.name());
    button.setId("import-into-" + target.name());
    button.setAccessibleText(texts.of("import.into.name", target.name()));
    button.getStyleClass().setAll("import-chip");
    button.selectedProperty().bindBidirectional(target.chosen());
    button
        .graphicProperty()
        .bind(target.chosen().map(chosen -> Icons.of(chosen ? Feather.CHECK : Feather.PLUS)));
    return button;
  }

  private Node mapping(ImportMapping mapping) {
    ComboBox<String> here = new ComboBox<>();
    here.setId("import-map-" + mapping.name());
    here.setAccessibleText(texts.of("import.map.name", mapping.name()));
    here.getItems().setAll(mapping.choices());
    here.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable String name) {
            return name == null || name.isEmpty() ? texts.of("import.map.none") : name;
          }

          @Override
          public String fromString(String text) {
            return text;
          }
        });
    here.valueProperty().bindBidirectional(mapping.target());
    HBox row =
        new HBox(
            Space.SMALL,
            Labels.of(mapping.name(), "mono", "small"),
            Icons.of(Feather.ARROW_RIGHT),
            here);
    row.getStyleClass().add("import-mapping");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
