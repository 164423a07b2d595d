package dev.flotilla.app.desktop.causality.rehearsal;

import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The link between two machines that stand beside each other. Pressed, it is cut or mended.
final class LinkView extends Button {
  private static final PseudoClass CUT = PseudoClass.getPseudoClass("cut");

  /// All links share equally what is left of a row, so they begin equal.
  private static final double WIDTH = 80;

  private final Texts texts;
  private final HBox cable = new HBox(Space.TIGHT);
  private final Label word = Labels.of("", "link-word");
  private final Tooltip tooltip = new Tooltip();

  LinkView(int link, Texts texts) {
    this.texts = texts;
    setId(Ids.link(link));
    getStyleClass().setAll("button", "network-link");
    setTooltip(tooltip);
    cable.setAlignment(Pos.CENTER);
    VBox graphic = new VBox(Space.TIGHT, cable, word);
    graphic.setAlignment(Pos.CENTER);
    graphic.prefWidthProperty().bind(widthProperty());
    // Not what the graphic asks for, which is as wide as this was before.
    setPrefWidth(WIDTH);
    setGraphic(graphic);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(this, Priority.ALWAYS);
  }

  /// Shows whether it is cut.
  ///
  /// @param left who stands to the left
  /// @param right who stands to the right
  void show(boolean isCut, String left, String right) {
    pseudoClassStateChanged(CUT, isCut);
    cable.getChildren().setAll(wire(), Icons.of(isCut ? Feather.SCISSORS : Feather.LINK_2), wire());
    word.setText(texts.of(isCut ? "rehearsal.link.cut" : "rehearsal.link.linked"));
    String name = texts.of(isCut ? "rehearsal.link.mend" : "rehearsal.link.sever", left, right);
    setAccessibleText(name);
    tooltip.setText(name);
  }

  private static Region wire() {
    Region wire = new Region();
    wire.getStyleClass().add("wire");
    HBox.setHgrow(wire, Priority.ALWAYS);
    return wire;
  }
}
