package dev.flotilla.app.desktop.causality.rehearsal;

import dev.flotilla.app.desktop.causality.detail.DetailModel;
import dev.flotilla.app.desktop.causality.detail.DetailView;
import dev.flotilla.app.desktop.causality.detail.Wishes;
import dev.flotilla.app.desktop.causality.model.CausalityModel;
import dev.flotilla.app.desktop.conflicts.ConflictsView;
import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.EmptyState;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.page.Desk;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.app.rehearsal.Practice;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Beside the picture: the change that is looked at in words, or the decisions that wait at a
/// machine, as the window itself shows them.
final class SideView extends BorderPane implements AutoCloseable {
  private final RehearsalViewModel model;
  private final Desk desk;
  private final Texts texts;
  private final Tutorial tutorial;
  private final Consumer<String> onFind;
  private final Node offer;

  /// Whether decisions are shown, and of which machine.
  private final BooleanProperty deciding = new SimpleBooleanProperty();

  private final IntegerProperty machine = new SimpleIntegerProperty();
  private final StackPane body = new StackPane();
  private final HBox machines = new HBox(Space.TIGHT);
  private final ToggleButton change = tab("rehearsal-tab-change");
  private final ToggleButton decisions = tab("rehearsal-tab-decisions");
  private final Subscription subscription;
  private @Nullable DetailView detail;

  /// By machine, once it was looked at.
  private final Map<Integer, ConflictsView> conflicts = new HashMap<>();

  private int waiting;

  /// @param onFind gives the keyboard to the control with this id
  SideView(RehearsalViewModel model, Tutorial tutorial, Desk desk, Consumer<String> onFind) {
    this.model = model;
    this.tutorial = tutorial;
    this.onFind = onFind;
    this.offer = offer(desk.texts(), tutorial::startOver);
    this.desk = desk;
    this.texts = desk.texts();
    getStyleClass().add("practice-side");
    setMinHeight(0);
    body.setMinHeight(0);
    body.setId(Ids.DECISIONS);
    HBox tabs = new HBox(change, decisions);
    tabs.getStyleClass().add("panel-tabs");
    machines.getStyleClass().add("practice-at");
    machines.setAlignment(Pos.CENTER_LEFT);
    VBox top = new VBox(tabs, machines);
    top.setMinHeight(USE_PREF_SIZE);
    setTop(top);
    setCenter(body);
    change.setOnAction(_ -> {
      deciding.set(false);
      show();
    });
    decisions.setOnAction(_ -> decide(machine.get()));
    this.subscription =
        Subscription.combine(
            model.causalityProperty().subscribe(this::look),
            model
                .causalityProperty()
                .flatMap(CausalityModel::selectedProperty)
                .subscribe(now -> {
                  if (now != null) {
                    deciding.set(false);
                    show();
                  }
                }),
            model
                .teamProperty()
                .subscribe((_, _) -> {
                  conflicts.clear();
                  decideAt(0);
                }),
            model.sceneProperty().subscribe(this::take),
            tutorial.progressProperty().subscribe((_, _) -> show()));
  }

  /// Shows the decisions that wait at a machine.
  void decide(int at) {
    deciding.set(true);
    decideAt(at);
  }

  private void decideAt(int at) {
    machine.set(at);
    show();
  }

  private void take(Scene scene) {
    int now = scene.cards().stream().mapToInt(MachineCard::conflicts).max().orElse(0);
    if (now > waiting) {
      deciding.set(true);
      first(scene);
    } else if (now == 0 && waiting > 0) {
      deciding.set(false);
    }
    boolean isOther = now != waiting || isOffered() != body.getChildren().contains(offer);
    waiting = now;
    decisions.setText(texts.of("rehearsal.decisions", (long) now));
    decisions.setAccessibleText(decisions.getText());
    if (isOther) {
      show();
    }
  }

  private void first(Scene scene) {
    scene.cards().stream()
        .filter(card -> card.conflicts() > 0)
        .findFirst()
        .ifPresent(card -> machine.set(card.machine()));
  }

  private void look(CausalityModel causality) {
    if (detail != null) {
      detail.close();
    }
    Desk own = new Desk(texts, model.teamProperty().get().moments(), desk.theme(), desk.settings());
    detail = new DetailView(DetailModel.of(causality, own), own, Wishes.NONE);
    show();
  }

  private void show() {
    change.setSelected(!deciding.get());
    decisions.setSelected(deciding.get());
    machines.setVisible(deciding.get());
    machines.setManaged(deciding.get());
    if (deciding.get()) {
      showMachines();
      body.getChildren().setAll(conflicts.computeIfAbsent(machine.get(), this::conflicts));
    } else if (isOffered()) {
      body.getChildren().setAll(offer);
    } else if (detail != null) {
      body.getChildren().setAll(detail);
    }
  }

  private boolean isOffered() {
    return model.sceneProperty().get().changes() == 0 && tutorial.progressProperty().get() == null;
  }

  private ConflictsView conflicts(int at) {
    return new ConflictsView(
        model.teamProperty().get().conflicts(at),
        texts,
        key -> onFind.accept(Ids.of(at, control(key), key)));
  }

  private static String control(String key) {
    return switch (key) {
      case Practice.SWITCH -> "flip";
      case Practice.TEXT -> "text";
      default -> "more";
    };
  }

  /// While nothing has happened there is nothing to say, but much to learn.
  private static Node offer(Texts texts, Runnable onCourse) {
    Button start = Buttons.primary("rehearsal-offer", texts.of("rehearsal.course.start"));
    start.setOnAction(_ -> onCourse.run());
    return new EmptyState(
        Feather.BOOK_OPEN,
        texts.of("rehearsal.course.offer.title"),
        texts.of("rehearsal.course.offer.text"),
        start);
  }

  private void showMachines() {
    machines.getChildren().setAll(Labels.of(texts.of("rehearsal.decide.label"), "field-label"));
    for (MachineCard card : model.sceneProperty().get().cards()) {
      ToggleButton one = new ToggleButton(card.name());
      one.setId("rehearsal-at-" + card.machine());
      one.setAccessibleText(texts.of("rehearsal.decide.at", card.name()));
      one.getStyleClass().setAll("segment");
      one.setSelected(card.machine() == machine.get());
      one.setOnAction(_ -> decideAt(card.machine()));
      machines.getChildren().add(one);
    }
  }

  private ToggleButton tab(String id) {
    ToggleButton tab = new ToggleButton();
    tab.setId(id);
    tab.getStyleClass().setAll("panel-tab");
    return tab;
  }

  /// Puts its texts on the tab for the change.
  SideView named() {
    change.setText(texts.of("rehearsal.tab.change"));
    change.setAccessibleText(change.getText());
    return this;
  }

  @Override
  public void close() {
    subscription.unsubscribe();
    if (detail != null) {
      detail.close();
    }
  }
}
