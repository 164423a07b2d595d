package dev.flotilla.app.desktop.causality.machines;

import dev.flotilla.app.desktop.causality.machines.Grid.Cell;
import dev.flotilla.app.desktop.causality.machines.Grid.Target;
import dev.flotilla.app.desktop.causality.machines.MachinesModel.Known;
import dev.flotilla.app.desktop.causality.model.CausalityModel;
import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.EmptyState;
import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.page.Desk;
import dev.flotilla.app.desktop.page.Frame;
import dev.flotilla.app.desktop.page.Page;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.model.EntityId;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What each machine is known to have: of each machine, and of each flag where they differ. Every
/// cell is said in words below.
///
/// Thread: FX.
public final class MachinesPage implements Page {
  /// So many machines have a row of two lines.
  private static final int ROOMY_MAX = 8;

  private static final double BAR_WIDTH = 160;
  private static final double LOW = 600;
  private static final int ROWS_LOW = 2;
  private static final int ROWS_USUAL = 6;

  private final CausalityModel causality;
  private final Texts texts;
  private final Frame frame;
  private final MachinesModel model;
  private final StackPane node = new StackPane();
  private final Label sentence = Labels.wrapped("", "grid-sentence");
  private final Button toDiagram;
  private final Button toFlag;
  private final Label summary = Labels.wrapped("", "machines-summary");
  private final Label stability = Labels.of("", "small", "soft");
  private final ProgressBar bar = new ProgressBar();
  private final BooleanProperty differ = new SimpleBooleanProperty();
  private boolean roomy;
  private @Nullable GridView machines;
  private @Nullable GridView flags;
  private @Nullable Cell pointed;

  public MachinesPage(CausalityModel causality, Desk desk, Frame frame) {
    this.causality = causality;
    this.texts = desk.texts();
    this.frame = frame;
    this.model = new MachinesModel(causality, texts, desk.moments());
    this.toDiagram = Buttons.plain("machines-diagram", texts.of("machines.toDiagram"));
    this.toFlag = Buttons.plain("machines-flag", texts.of("machines.toFlag"));
    toDiagram.setOnAction(_ -> open(pointed));
    toFlag.setOnAction(_ -> openFlag());
    node.setId("machines");
    node.getStyleClass().add("machines");
    model.knownProperty().subscribe(this::show);
    node.heightProperty().subscribe(this::fit);
  }

  private void show(Known known) {
    if (known.isAlone()) {
      machines = null;
      flags = null;
      node.getChildren()
          .setAll(
              new EmptyState(
                  Feather.MONITOR,
                  texts.of("machines.alone.title"),
                  texts.of("machines.alone.text")));
      return;
    }
    if (known.machines().rows().isEmpty()) {
      return;
    }
    // What is looked at stays, and the keyboard where it is, while others go on working.
    if (machines == null || flags == null || roomy != isRoomy(known)) {
      roomy = isRoomy(known);
      machines = grid("machines-matrix", "machines.matrix", new GridSize(true, roomy));
      flags = grid("machines-flags", "machines.flags", new GridSize(false, false));
      point(null);
      node.getChildren().setAll(column(known, machines, flags));
    }
    machines.show(known.machines());
    flags.show(known.flags());
    fit();
    summary.setText(known.summary());
    stability.setText(known.stability());
    bar.setAccessibleText(known.stability());
    bar.setProgress(known.all() == 0 ? 1 : (double) known.stable() / known.all());
    differ.set(!known.flags().rows().isEmpty());
  }

  /// In a low window, or with large texts, nothing falls over the edges.
  private void fit() {
    int rows = node.getHeight() < LOW ? ROWS_LOW : ROWS_USUAL;
    if (machines != null && flags != null) {
      machines.keep(rows);
      flags.keep(rows);
    }
  }

  private GridView grid(String id, String key, GridSize size) {
    GridView grid = new GridView(id, texts.of(key), size, this::open);
    grid.pointedProperty().subscribe(cell -> point(cell));
    return grid;
  }

  private Node column(Known known, GridView matrix, GridView heat) {
    bar.setId("machines-stability");
    bar.setPrefWidth(BAR_WIDTH);
    HBox stable = new HBox(Space.MEDIUM, bar, stability);
    stable.setAlignment(Pos.CENTER_LEFT);
    VBox head = new VBox(Space.SMALL, summary, stable);
    VBox upper =
        new VBox(
            Space.TIGHT,
            heading(
                texts.of(isRoomy(known) ? "machines.matrix" : "machines.matrixMany"), how(known)),
            matrix);
    HBox none =
        new HBox(
            Space.SMALL,
            Icons.of(Feather.CHECK_CIRCLE, "icon-success"),
            Labels.of(texts.of("machines.flags.none"), "soft"));
    none.setAlignment(Pos.CENTER_LEFT);
    VBox lower =
        new VBox(
            Space.TIGHT,
            heading(texts.of("machines.flags"), texts.of("machines.flags.how")),
            Regions.shownWhile(none, differ.not()),
            Regions.shownWhile(heat, differ));
    VBox.setVgrow(matrix, Priority.SOMETIMES);
    VBox.setVgrow(heat, Priority.SOMETIMES);
    VBox.setVgrow(lower, Priority.SOMETIMES);
    VBox.setVgrow(upper, Priority.SOMETIMES);
    VBox body = new VBox(Space.WIDE, head, upper, lower, Regions.rise());
    body.getStyleClass().add("machines-body");
    VBox.setVgrow(body, Priority.ALWAYS);
    return new VBox(body, foot());
  }

  private String how(Known known) {
    return texts.of(isRoomy(known) ? "machines.matrix.how" : "machines.matrix.howMany");
  }

  private static boolean isRoomy(Known known) {
    return known.machines().rows().size() <= ROOMY_MAX;
  }

  private Node heading(String title, String how) {
    Label explained = Labels.of(how, "small", "soft");
    explained.setMinWidth(0);
    explained.setTooltip(new Tooltip(how));
    Label named = Labels.of(title, "section-title");
    named.setMinWidth(Label.USE_PREF_SIZE);
    HBox heading = new HBox(Space.MEDIUM, named, explained);
    heading.setAlignment(Pos.BASELINE_LEFT);
    return heading;
  }

  private Node foot() {
    sentence.setId("machines-sentence");
    HBox.setHgrow(sentence, Priority.ALWAYS);
    sentence.setMaxWidth(Double.MAX_VALUE);
    HBox foot = new HBox(Space.MEDIUM, sentence, toFlag, toDiagram);
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.getStyleClass().add("machines-foot");
    return foot;
  }

  private void point(@Nullable Cell cell) {
    pointed = cell;
    sentence.setText(cell == null ? texts.of("machines.point") : cell.sentence());
    Target target = cell == null ? new Target.Nowhere() : cell.target();
    toDiagram.setDisable(target instanceof Target.Nowhere);
    toFlag.setVisible(target instanceof Target.Thing(var entity) && isThere(entity));
    toFlag.setManaged(toFlag.isVisible());
  }

  private boolean isThere(EntityId entity) {
    return causality.workspace().workspace().exists(entity);
  }

  private void open(@Nullable Cell cell) {
    if (cell == null) {
      return;
    }
    switch (cell.target()) {
      case Target.Nowhere() -> {}
      case Target.Change(var change) -> frame.showInDiagram(change);
      case Target.Thing(var entity) -> frame.showInDiagram(entity);
    }
  }

  private void openFlag() {
    if (pointed != null && pointed.target() instanceof Target.Thing(var entity)) {
      frame.editFlag(entity.key());
    }
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void focus() {
    if (machines == null) {
      node.requestFocus();
      return;
    }
    if (machines.list().getSelectionModel().isEmpty()) {
      machines.go(0, 0);
    }
    machines.list().requestFocus();
  }

  @Override
  public void close() {
    model.close();
  }
}
