package dev.flotilla.app.desktop.editor;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Switch;
import dev.flotilla.app.desktop.live.ChoiceMark;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Flag;
import dev.flotilla.model.FlagSetting;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// The environments of a flag side by side: state, what is served, rules, and what applications
/// get. One of them can be the measure: what differs from it is marked, and said.
final class EnvironmentMatrix extends VBox {
  private static final PseudoClass LAST = PseudoClass.getPseudoClass("last");
  private static final PseudoClass DIFFERS = PseudoClass.getPseudoClass("differs");
  private static final double COLUMN_MIN = 104;
  private static final double COLUMN_PREF = 200;
  private static final double NAMES_WIDTH = 84;

  /// More of them do not fit beside each other, and are put below each other.
  private static final int BESIDE_MAX = 4;

  /// Of the columns when environments are below each other: name, state, what is served, rules.
  private static final List<Double> WIDTHS = List.of(132.0, 92.0, 168.0, 112.0);

  private final FlagEditorViewModel model;
  private final Consumer<String> onRules;
  private final Texts texts;
  private final SettingWords words;
  private final GridPane grid = new GridPane();
  private final ObjectProperty<Optional<String>> measure =
      new SimpleObjectProperty<>(Optional.empty());
  private Subscription shown = Subscription.EMPTY;

  /// `onRules` shows the rules of an environment.
  EnvironmentMatrix(FlagEditorViewModel model, Consumer<String> onRules, Texts texts) {
    this.model = model;
    this.onRules = onRules;
    this.texts = texts;
    this.words = new SettingWords(texts);
    setId("environment-matrix");
    getStyleClass().add("matrix-frame");
    getChildren().add(grid);
    grid.getStyleClass().add("matrix");
    ListChangeListener<EnvironmentForm> rebuild = _ -> build();
    model.environments().addListener(rebuild);
    build();
  }

  /// The environment that the others are compared with; none: nothing is marked.
  ObjectProperty<Optional<String>> measureProperty() {
    return measure;
  }

  /// Stops listening.
  void release() {
    shown.unsubscribe();
  }

  private void build() {
    shown.unsubscribe();
    shown = Subscription.EMPTY;
    grid.getChildren().clear();
    constrain();
    int part = 0;
    Node corner = cell(Labels.of(""));
    corner.getStyleClass().add("matrix-head");
    put(corner, 0, part++);
    for (Aspect aspect : Aspect.values()) {
      put(cell(Labels.of(words.name(aspect), "field-label")), 0, part++);
    }
    put(cell(Labels.wrapped(texts.of("flagpage.gets"), "field-label")), 0, part);
    int place = 1;
    for (EnvironmentForm form : model.environments()) {
      add(form, place++);
    }
    int last = grid.getRowCount() - 1;
    grid.getChildren()
        .forEach(cell -> cell.pseudoClassStateChanged(LAST, GridPane.getRowIndex(cell) == last));
  }

  private boolean areBeside() {
    return model.environments().size() <= BESIDE_MAX;
  }

  private void constrain() {
    List<ColumnConstraints> columns = new ArrayList<>();
    if (areBeside()) {
      columns.add(new ColumnConstraints(NAMES_WIDTH));
      model.environments().forEach(_ -> columns.add(growing()));
    } else {
      WIDTHS.forEach(width -> columns.add(new ColumnConstraints(width)));
      columns.add(growing());
    }
    grid.getColumnConstraints().setAll(columns);
  }

  private static ColumnConstraints growing() {
    ColumnConstraints column = new ColumnConstraints(COLUMN_MIN, COLUMN_PREF, Double.MAX_VALUE);
    column.setHgrow(Priority.ALWAYS);
    return column;
  }

  /// Puts a part of the environment at `place`, counted from 1; at 0 are the names of the parts.
  private void put(Node node, int place, int part) {
    grid.add(node, areBeside() ? place : part, areBeside() ? part : place);
  }

  private void add(EnvironmentForm form, int place) {
    Label said = Labels.wrapped("", "matrix-said");
    Map<Aspect, Node> cells = new EnumMap<>(Aspect.class);
    cells.put(Aspect.STATE, cell(state(form)));
    ComboBox<Optional<String>> served =
        ServedBox.of("page-default-" + form.name(), form, model.flagProperty(), texts);
    served.setMaxWidth(Double.MAX_VALUE);
    cells.put(Aspect.SERVED, cell(mark(served, FieldNames.defaultVariant(form.name()))));
    Button rules = Buttons.quiet("page-rules-" + form.name(), "");
    rules.setOnAction(_ -> onRules.accept(form.name()));
    rules.setMinWidth(0);
    rules.setWrapText(true);
    rules.setAlignment(Pos.CENTER_LEFT);
    cells.put(Aspect.RULES, cell(rules));
    Label gets = Labels.wrapped("", "small");
    gets.setId("page-gets-" + form.name());
    List<Node> all = new ArrayList<>();
    all.add(head(form, said));
    all.addAll(cells.values());
    all.add(cell(gets));
    int part = 0;
    for (Node node : all) {
      put(node, place, part++);
    }
    Runnable show =
        () -> {
          Flag flag = model.flagProperty().get();
          FlagSetting setting = flag.setting(form.name());
          rules.setText(words.rules(setting));
          rules.setAccessibleText(
              texts.of("flagpage.rules.show", form.name(), words.rules(setting)));
          List<String> each = words.eachRule(setting);
          rules.setTooltip(each.isEmpty() ? null : new Tooltip(String.join("\n", each)));
          gets.setText(words.gets(flag, setting));
          mark(form.name(), flag, cells, said);
        };
    shown =
        Subscription.combine(
            shown,
            model.flagProperty().subscribe((Flag _) -> show.run()),
            measure.subscribe((Optional<String> _) -> show.run()));
  }

  private void mark(String name, Flag flag, Map<Aspect, Node> cells, Label said) {
    Optional<String> from = measure.get().filter(there -> !there.equals(name));
    Set<Aspect> differing =
        from.map(other -> Aspect.differences(flag.setting(other), flag.setting(name)))
            .orElse(Set.of());
    cells.forEach(
        (aspect, cell) -> cell.pseudoClassStateChanged(DIFFERS, differing.contains(aspect)));
    said.setText(
        from.map(other -> words.differences(differing, other))
            .orElseGet(() -> measure.get().isPresent() ? texts.of("flagpage.measure") : ""));
    said.setVisible(measure.get().isPresent());
    said.setManaged(measure.get().isPresent());
  }

  private Node head(EnvironmentForm form, Label said) {
    Label name = Labels.of(form.name(), "medium");
    name.setTooltip(new Tooltip(form.name()));
    name.setMinWidth(0);
    HBox line = new HBox(Space.SMALL, name);
    line.setAlignment(Pos.CENTER_LEFT);
    if (form.isProtected()) {
      Node lock = Icons.of(Feather.LOCK);
      Tooltip.install(lock, new Tooltip(texts.of("environment.protected")));
      line.getChildren().add(lock);
    }
    said.setId("page-differs-" + form.name());
    VBox head = new VBox(Space.HAIR, line, said);
    head.getStyleClass().addAll("matrix-cell", "matrix-head");
    return head;
  }

  private Node state(EnvironmentForm form) {
    String key = model.flagProperty().get().key();
    Switch toggle =
        new Switch("page-switch-" + form.name(), texts.of("flags.switch", key, form.name()));
    toggle.onAsk(form::turn);
    Label word = Labels.of("", "small", "soft");
    form.settingProperty()
        .subscribe(setting -> {
          toggle.setSelected(setting.enabled());
          word.setText(words.state(setting));
        });
    HBox state = new HBox(Space.SMALL, mark(toggle, FieldNames.state(form.name())), word);
    state.setAlignment(Pos.CENTER_LEFT);
    return state;
  }

  private static Node cell(Node content) {
    HBox cell = new HBox(content);
    HBox.setHgrow(content, Priority.ALWAYS);
    cell.setAlignment(Pos.TOP_LEFT);
    cell.getStyleClass().add("matrix-cell");
    return cell;
  }

  private ChoiceMark mark(Region choice, String field) {
    return new ChoiceMark(choice, model.workspace().live(), texts)
        .at(model.flagProperty().get().id(), field);
  }
}
