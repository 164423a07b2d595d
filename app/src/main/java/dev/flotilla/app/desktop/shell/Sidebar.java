package dev.flotilla.app.desktop.shell;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.environments.EnvironmentsView;
import dev.flotilla.app.desktop.folders.FoldersView;
import dev.flotilla.app.desktop.page.Section;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.model.EntityId;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Where to go: the workspace's name, its sections with the folders of the flags, its environments,
/// and below what concerns the whole window. Up and down go from line to line.
final class Sidebar extends VBox {
  private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");

  private final ShellViewModel model;
  private final Texts texts;
  private final VBox lines = new VBox(Space.HAIR);

  /// What the sidebar asks the window for.
  interface Wishes {
    void go(Section section);

    void invite();

    void settings();

    void help();
  }

  Sidebar(
      ShellViewModel model,
      Texts texts,
      Wishes wishes,
      WorkspaceSwitcher switcher,
      FoldersView folders,
      ViewsList views,
      EnvironmentsView environments) {
    this.model = model;
    this.texts = texts;
    setId("sidebar");
    getStyleClass().add("sidebar");
    lines
        .getChildren()
        .addAll(
            flags(wishes, folders),
            folders,
            section(
                Section.TAG_SETS, Feather.TAG, "nav.tagSets", counted(EntityId.TAG_SET), wishes),
            section(
                Section.COUNTERS,
                Feather.HASH,
                "nav.counters",
                model.model().workspaceProperty().map(now -> now.counters().size()),
                wishes),
            section(
                Section.HISTORY,
                Feather.CLOCK,
                "nav.history",
                new SimpleObjectProperty<>(0),
                wishes),
            section(
                Section.CONFLICTS,
                Feather.GIT_MERGE,
                "nav.conflicts",
                model.conflicts().countProperty().map(Number::intValue),
                wishes),
            section(
                Section.CAUSALITY,
                Feather.GIT_BRANCH,
                "nav.causality",
                new SimpleObjectProperty<>(0),
                wishes),
            views,
            head("nav.environments", "environment-add", "environment.add", environments::add),
            environments);
    lines.getStyleClass().add("nav-lines");
    ScrollPane scroll = new ScrollPane(lines);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("nav-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(switcher, scroll, foot(wishes));
    addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
  }

  /// Gives the keyboard to the line of the section that is shown.
  void focusLine() {
    stops().stream()
        .filter(stop -> stop instanceof ToggleButton toggle && toggle.isSelected())
        .findFirst()
        .or(() -> stops().stream().findFirst())
        .ifPresent(Node::requestFocus);
  }

  /// How many there are, without looking into them: a tag set may be large. Not for flags: this
  /// passes over all of them with each snapshot.
  private ObservableValue<Integer> counted(String kind) {
    return model.model().workspaceProperty().map(now -> now.entities(kind).size());
  }

  /// All flags; the folders are below it. Takes what is dropped for the top level.
  private Node flags(Wishes wishes, FoldersView folders) {
    ToggleButton all =
        section(
            Section.FLAGS,
            Feather.FLAG,
            "nav.flags",
            model.flags().totalProperty().map(Number::intValue),
            wishes);
    Button add = Buttons.icon("folder-add", Feather.FOLDER_PLUS, texts.of("folder.new"));
    add.setOnAction(_ -> folders.create());
    StackPane row = new StackPane(all, add);
    row.getStyleClass().add("nav-with-action");
    StackPane.setAlignment(add, Pos.CENTER_RIGHT);
    folders.dropsAtTop(row, over -> all.pseudoClassStateChanged(DROP, over));
    model.folders().chosenProperty().subscribe(_ -> mark(all, Section.FLAGS));
    return row;
  }

  private ToggleButton section(
      Section section, Feather icon, String key, ObservableValue<Integer> count, Wishes wishes) {
    Label badge = Labels.of("", "nav-count");
    badge
        .textProperty()
        .bind(count.map(now -> now == 0 ? "" : texts.of("nav.count", now.longValue())));
    HBox row =
        new HBox(Space.SMALL, Icons.of(icon), Labels.of(texts.of(key)), Regions.spring(), badge);
    row.setAlignment(Pos.CENTER_LEFT);
    ToggleButton button = new ToggleButton();
    button.setGraphic(row);
    button.setId(key.replace('.', '-'));
    button.setAccessibleText(texts.of(key));
    button.setMaxWidth(Double.MAX_VALUE);
    button.getStyleClass().setAll("nav-item");
    row.prefWidthProperty().bind(button.widthProperty().subtract(Space.LARGE));
    model.sectionProperty().subscribe(_ -> mark(button, section));
    button.setOnAction(_ -> {
      if (section == Section.FLAGS) {
        model.folders().chosenProperty().set("");
      }
      wishes.go(section);
      mark(button, section);
    });
    return button;
  }

  /// With a folder chosen, its line is marked and not that of all flags.
  private void mark(ToggleButton button, Section section) {
    Section now = model.sectionProperty().get();
    boolean here = now == section || (section == Section.FLAGS && now == Section.FLAG);
    boolean inFolder =
        section == Section.FLAGS && !model.folders().chosenProperty().get().isEmpty();
    button.setSelected(here && !inFolder);
  }

  private Node head(String title, String id, String action, Runnable run) {
    Button add = Buttons.icon(id, Feather.PLUS, texts.of(action));
    add.setOnAction(_ -> run.run());
    HBox head = new HBox(Labels.of(texts.of(title), "overline"), Regions.spring(), add);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("nav-head");
    return head;
  }

  private Node foot(Wishes wishes) {
    Button invite = Buttons.plain("invite", texts.of("invite.button"), Feather.USER_PLUS);
    invite.setMaxWidth(Double.MAX_VALUE);
    invite.setMinWidth(0);
    HBox.setHgrow(invite, Priority.ALWAYS);
    invite.setOnAction(_ -> wishes.invite());
    Button help = Buttons.icon("help", Feather.HELP_CIRCLE, texts.of("help.button"));
    help.setOnAction(_ -> wishes.help());
    Button settings = Buttons.icon("settings", Feather.SETTINGS, texts.of("settings.button"));
    settings.setOnAction(_ -> wishes.settings());
    HBox foot = new HBox(Space.TIGHT, invite, help, settings);
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.getStyleClass().add("nav-foot");
    return foot;
  }

  private void onKey(KeyEvent event) {
    int step = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
    List<Node> stops = stops();
    int at = getScene() == null ? -1 : stops.indexOf(getScene().getFocusOwner());
    if (step == 0 || at < 0) {
      return;
    }
    stops.get(Math.floorMod(at + step, stops.size())).requestFocus();
    event.consume();
  }

  private List<Node> stops() {
    List<Node> stops = new ArrayList<>();
    collect(this, stops);
    return stops;
  }

  private static void collect(Parent parent, List<Node> stops) {
    for (Node node : parent.getChildrenUnmodifiable()) {
      if (node instanceof ButtonBase && node.getStyleClass().contains("nav-item")) {
        stops.add(node);
      } else if (node instanceof Parent inner && node.isVisible()) {
        collect(inner, stops);
      }
    }
  }
}
