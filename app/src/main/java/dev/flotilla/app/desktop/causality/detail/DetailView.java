package dev.flotilla.app.desktop.causality.detail;

import dev.flotilla.app.causality.Event;
import dev.flotilla.app.causality.Touch;
import dev.flotilla.app.desktop.causality.detail.DetailModel.Told;
import dev.flotilla.app.desktop.causality.seen.SeenByView;
import dev.flotilla.app.desktop.causality.words.Beside;
import dev.flotilla.app.desktop.causality.words.ClockNumbers;
import dev.flotilla.app.desktop.causality.words.EventWords;
import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.EmptyState;
import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.page.Desk;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.crdt.Dot;
import dev.flotilla.model.EntityId;
import dev.flotilla.net.change.ChangeRef;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Tells of the change that is looked at what its author had seen and who has it now; of two
/// changes first how they stand to each other.
///
/// Thread: FX.
public final class DetailView extends StackPane implements AutoCloseable {
  public static final double WIDTH = 320;

  private static final int LANES_MAX = 12;

  private final DetailModel model;
  private final Desk desk;
  private final Texts texts;
  private final Wishes wishes;
  private final ScrollPane scroll = new ScrollPane();

  /// What people unfolded of the changes that are looked at.
  private final BooleanProperty numbersOpen = new SimpleBooleanProperty();

  private final Subscription conflicts;
  private boolean allLanes;
  private List<ChangeRef> lookedAt = List.of();
  private @Nullable Node idle;

  public DetailView(DetailModel model, Desk desk, Wishes wishes) {
    this.model = model;
    this.desk = desk;
    this.texts = desk.texts();
    this.wishes = wishes;
    setId("causality-detail");
    getStyleClass().add("causality-detail");
    setPrefWidth(WIDTH);
    scroll.setId("causality-detail-scroll");
    scroll.setAccessibleText(texts.of("seen.detail.name"));
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    model.toldProperty().subscribe(this::show);
    this.conflicts = wishes.conflicts().subscribe((_, _) -> show(model.toldProperty().get()));
  }

  /// What stands above the hint while there are changes, but none is looked at.
  public void showWhileIdle(Node node) {
    idle = node;
    show(model.toldProperty().get());
  }

  /// Others go on making changes while somebody reads: what is looked at stays where it is.
  private void show(Told told) {
    List<ChangeRef> now = lookedAt(told);
    boolean isSame = now.equals(lookedAt);
    double height = scroll.getVvalue();
    String focused = isSame ? focused() : "";
    if (!isSame) {
      lookedAt = now;
      numbersOpen.set(false);
      allLanes = false;
    }
    fill(told);
    scroll.setVvalue(isSame ? height : 0);
    Node again = focused.isEmpty() ? null : lookup("#" + focused);
    if (again != null) {
      again.requestFocus();
    }
  }

  private static List<ChangeRef> lookedAt(Told told) {
    return switch (told) {
      case Told.Nothing _ -> List.of();
      case Told.One(var words, var index) -> List.of(words.history().event(index).ref());
      case Told.Two two ->
          Stream.of(two.one(), two.other())
              .map(index -> two.words().history().event(index).ref())
              .toList();
    };
  }

  /// The id of what the keyboard is at; empty if that is elsewhere.
  private String focused() {
    Node owner = getScene() == null ? null : getScene().getFocusOwner();
    String id = owner == null || owner.getId() == null ? "" : owner.getId();
    for (Node node = owner; node != null; node = node.getParent()) {
      if (node == this) {
        return id;
      }
    }
    return "";
  }

  private void fill(Told told) {
    switch (told) {
      case Told.Nothing(var isEmpty) -> {
        EmptyState hint =
            new EmptyState(
                Feather.EYE,
                texts.of(isEmpty ? "seen.detail.empty.title" : "seen.detail.none.title"),
                texts.of(isEmpty ? "seen.detail.empty.text" : "seen.detail.none.text"),
                isEmpty ? new Node[0] : course());
        VBox.setVgrow(hint, Priority.ALWAYS);
        getChildren().setAll(idle == null || isEmpty ? hint : new VBox(idle, hint));
      }
      case Told.One(var words, var index) -> scrolled(one(words, index));
      case Told.Two two -> scrolled(two(two));
    }
  }

  /// That all of these are in one conflict, and the way there.
  private Optional<Node> disputed(EventWords words, List<Integer> events, String key) {
    SortedSet<String> common = new TreeSet<>();
    for (int at = 0; at < events.size(); at++) {
      ChangeRef change = words.history().event(events.get(at)).ref();
      SortedSet<String> own =
          wishes.conflicts().getValue().getOrDefault(change, Collections.emptySortedSet());
      if (at == 0) {
        common.addAll(own);
      } else {
        common.retainAll(own);
      }
    }
    if (common.isEmpty()) {
      return Optional.empty();
    }
    Button show = Buttons.quiet("detail-conflict", texts.of("seen.detail.conflict"));
    show.setOnAction(_ -> wishes.showConflict(common.getFirst()));
    Label sentence = Labels.wrapped(texts.of(key));
    VBox said = new VBox(Space.TIGHT, sentence, show);
    HBox.setHgrow(said, Priority.ALWAYS);
    HBox line = new HBox(Space.SMALL, Icons.of(Feather.ALERT_CIRCLE, "icon-danger"), said);
    line.setAlignment(Pos.TOP_LEFT);
    line.getStyleClass().add("detail-disputed");
    return Optional.of(line);
  }

  private Node[] course() {
    return wishes
        .course()
        .map(show -> {
          Button course = Buttons.quiet("detail-course", texts.of("seen.detail.course"));
          course.setOnAction(_ -> show.run());
          return new Node[] {course};
        })
        .orElseGet(() -> new Node[0]);
  }

  private void scrolled(VBox column) {
    column.getStyleClass().add("detail-column");
    scroll.setContent(column);
    if (!getChildren().equals(List.of(scroll))) {
      getChildren().setAll(scroll);
    }
  }

  private VBox one(EventWords words, int index) {
    VBox column = new VBox(Space.LARGE, new EventCard(words, index, desk.moments()));
    disputed(words, List.of(index), "seen.detail.disputed").ifPresent(column.getChildren()::add);
    actions(words.history().event(index)).ifPresent(column.getChildren()::add);
    VBox knew = section(texts.of("seen.detail.knew", words.machine(index)));
    for (String sentence : words.hadSeen(index)) {
      knew.getChildren().add(Labels.wrapped(sentence));
    }
    column.getChildren().add(knew);
    List<Beside> besides = words.besides(index);
    if (!besides.isEmpty()) {
      VBox others = section(texts.of("seen.detail.others", words.concurrent(index)));
      others.getChildren().add(table(words, index, besides));
      column.getChildren().add(others);
    }
    column.getChildren().addAll(has(words, index), numbers(words, index));
    return column;
  }

  private VBox two(Told.Two two) {
    EventWords words = two.words();
    VBox column = new VBox(Space.LARGE, new RelationCard(two.relation(), texts));
    disputed(words, List.of(two.one(), two.other()), "seen.detail.disputed.two")
        .ifPresent(column.getChildren()::add);
    for (int index : new int[] {two.one(), two.other()}) {
      EventCard card = new EventCard(words, index, desk.moments());
      Button alone =
          Buttons.quiet(
              "detail-alone-" + (index == two.one() ? "one" : "other"),
              texts.of("seen.detail.alone", words.number(index)));
      alone.setAccessibleText(texts.of("seen.detail.alone", words.name(index)));
      alone.setOnAction(_ -> model.select(words.history().event(index).ref()));
      card.getStyleClass().add("boxed");
      card.getChildren().add(alone);
      column.getChildren().add(card);
    }
    Button stop = Buttons.plain("detail-stop", texts.of("seen.detail.stop"));
    stop.setOnAction(_ -> model.stopComparing());
    column.getChildren().add(stop);
    return column;
  }

  private Node table(EventWords words, int index, List<Beside> besides) {
    if (allLanes || besides.size() <= LANES_MAX) {
      return new BesideTable(words, index, besides, model, texts);
    }
    VBox table =
        new VBox(
            Space.SMALL,
            new BesideTable(words, index, besides.subList(0, LANES_MAX), model, texts));
    Button all = Buttons.quiet("beside-all", texts.of("seen.detail.all", besides.size()));
    all.setOnAction(_ -> {
      allLanes = true;
      table.getChildren().setAll(new BesideTable(words, index, besides, model, texts));
    });
    table.getChildren().add(all);
    return table;
  }

  private Node has(EventWords words, int index) {
    Event event = words.history().event(index);
    VBox has = section(texts.of("seen.detail.has"));
    SeenByView seen =
        new SeenByView(model.fleet(), new Dot(event.author(), event.last()), texts, desk.moments());
    seen.tint(words.hues());
    has.getChildren().add(seen);
    has.visibleProperty().bind(seen.visibleProperty());
    has.managedProperty().bind(seen.visibleProperty());
    return has;
  }

  private Node numbers(EventWords words, int index) {
    return new NumbersView(() -> ClockNumbers.of(words, index), numbersOpen, texts);
  }

  private Optional<Node> actions(Event event) {
    FlowPane row = new FlowPane(Space.SMALL, Space.SMALL);
    event.touches().stream()
        .map(Touch::entity)
        .filter(wishes::canShow)
        .findFirst()
        .ifPresent(entity -> row.getChildren().add(open(entity)));
    if (wishes.hasHistory()) {
      Button history = Buttons.plain("detail-history", texts.of("seen.detail.history"));
      history.setOnAction(_ -> wishes.showInHistory(event.ref()));
      row.getChildren().add(history);
    }
    wishes
        .moment()
        .ifPresent(see -> {
          Button moment = Buttons.plain("detail-moment", texts.of("history.see"));
          moment.setTooltip(new Tooltip(texts.of("history.see.tooltip")));
          moment.setOnAction(_ -> see.accept(event));
          row.getChildren().add(moment);
        });
    return row.getChildren().isEmpty() ? Optional.empty() : Optional.of(row);
  }

  private Button open(EntityId entity) {
    Button open = Buttons.plain("detail-open", texts.of("seen.detail.open"));
    open.setAccessibleText(texts.of("seen.detail.open.name", entity.key()));
    open.setOnAction(_ -> wishes.show(entity));
    return open;
  }

  private static VBox section(String title) {
    return new VBox(Space.SMALL, Labels.wrapped(title, "section-title"));
  }

  /// Ends what it listens to.
  @Override
  public void close() {
    conflicts.unsubscribe();
    model.close();
  }
}
