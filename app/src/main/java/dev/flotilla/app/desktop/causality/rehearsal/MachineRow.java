package dev.flotilla.app.desktop.causality.rehearsal;

import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.rehearsal.Act;
import dev.flotilla.app.rehearsal.NetworkLine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The machines in a row with the links between them. A machine is carried elsewhere by its head,
/// or by its menu.
final class MachineRow extends HBox {
  private static final double CARD_MIN = 160;
  private static final double CARD_WIDTH = 260;

  private final RehearsalViewModel model;
  private final List<MachineView> machines = new ArrayList<>();
  private final List<LinkView> links = new ArrayList<>();
  private double pressedAt;

  /// @param onConflicts shows the decisions that wait at a machine
  MachineRow(RehearsalViewModel model, Texts texts, IntConsumer onConflicts) {
    this.model = model;
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("practice-row");
    model
        .sceneProperty()
        .subscribe(scene -> {
          if (scene.cards().size() != machines.size()) {
            build(scene, texts, onConflicts);
          }
          show(scene);
        });
  }

  private void build(Scene scene, Texts texts, IntConsumer onConflicts) {
    machines.clear();
    links.clear();
    for (MachineCard card : scene.cards()) {
      MachineView view = new MachineView(model, texts, card, onConflicts);
      view.setMinWidth(CARD_MIN);
      view.setPrefWidth(CARD_WIDTH);
      view.setMaxWidth(CARD_WIDTH);
      setHgrow(view, Priority.SOMETIMES);
      draggable(view);
      machines.add(view);
    }
    for (int at = 0; at + 1 < machines.size(); at++) {
      int link = at;
      LinkView view = new LinkView(link, texts);
      view.setOnAction(_ -> model.perform(new Act.Toggle(link)));
      links.add(view);
    }
    getChildren().clear();
  }

  private void show(Scene scene) {
    NetworkLine line = scene.line();
    List<Node> row = new ArrayList<>();
    for (int place = 0; place < machines.size(); place++) {
      int machine = line.order().get(place);
      machines.get(machine).show(scene.cards().get(machine));
      row.add(machines.get(machine));
      if (place < links.size()) {
        String[] beside = scene.beside(place);
        links.get(place).show(line.cuts().contains(place), beside[0], beside[1]);
        row.add(links.get(place));
      }
    }
    if (!getChildren().equals(row)) {
      getChildren().setAll(row);
    }
  }

  private void draggable(MachineView view) {
    view.handle()
        .addEventHandler(
            MouseEvent.MOUSE_PRESSED,
            event -> {
              pressedAt = event.getSceneX();
              view.setViewOrder(-1);
            });
    view.handle()
        .addEventHandler(
            MouseEvent.MOUSE_DRAGGED, event -> view.setTranslateX(event.getSceneX() - pressedAt));
    view.handle().addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> drop(view));
  }

  private void drop(MachineView view) {
    double middle = middle(view) + view.getTranslateX();
    view.setTranslateX(0);
    view.setViewOrder(0);
    int place =
        (int) machines.stream().filter(other -> other != view && middle(other) < middle).count();
    if (place != model.sceneProperty().get().line().place(view.machine())) {
      model.perform(new Act.Move(view.machine(), place));
    }
  }

  private static double middle(MachineView view) {
    return view.getLayoutX() + view.getWidth() / 2;
  }
}
