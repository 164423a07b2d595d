package dev.flotilla.app.desktop.causality.canvas;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.layout.Mark;
import dev.flotilla.app.causality.layout.SpaceTime;
import dev.flotilla.app.causality.layout.SpaceTimeLayout;
import dev.flotilla.app.causality.layout.Wanted;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.net.change.ChangeRef;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A space-time diagram that people look around in: a lane for each machine, time downwards. It
/// draws what is visible on one canvas, when something changed.
///
/// Thread: FX.
public final class SpaceTimeView extends Region {
  private static final double ROW = 44;
  private static final double LANE_LEAST = 132;
  private static final double LANE_MOST = 260;

  private final Texts texts;
  private final EventWords words;
  private final Canvas canvas = new Canvas();
  private final Canvas heads = new Canvas();
  private final Inks inks = new Inks();
  private final TextWidths widths = new TextWidths();
  private final ObjectProperty<SpaceTime> diagram =
      new SimpleObjectProperty<>(SpaceTimeLayout.of(CausalHistory.EMPTY, Wanted.ALL));
  private final ObjectProperty<@Nullable ChangeRef> selected = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable ChangeRef> compared = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable ChangeRef> hovered = new SimpleObjectProperty<>();
  private Columns columns = new Columns(diagram.get());
  private Crossings crossings = new Crossings(diagram.get());
  private Consumer<Mark> opener = _ -> {};
  private double rowHeight = ROW;
  private double left;
  private double top;

  /// @param words what is said about events
  public SpaceTimeView(Texts texts, EventWords words) {
    this.texts = texts;
    this.words = words;
    getStyleClass().setAll("space-time");
    setAccessibleRole(AccessibleRole.PARENT);
    setFocusTraversable(true);
    getChildren().addAll(inks, canvas, heads);
    inks.onChange(this::requestLayout);
    diagram.subscribe(now -> {
      columns = new Columns(now);
      crossings = new Crossings(now);
      requestLayout();
    });
    selected.subscribe(_ -> requestLayout());
    compared.subscribe(_ -> requestLayout());
    hovered.subscribe(_ -> requestLayout());
  }

  /// What is shown.
  public ObjectProperty<SpaceTime> diagramProperty() {
    return diagram;
  }

  /// The change that is looked at; null for none.
  public ObjectProperty<@Nullable ChangeRef> selectedProperty() {
    return selected;
  }

  /// The change that the selected one is compared with; null for none.
  public ObjectProperty<@Nullable ChangeRef> comparedProperty() {
    return compared;
  }

  /// The change below the pointer; null for none.
  public ObjectProperty<@Nullable ChangeRef> hoveredProperty() {
    return hovered;
  }

  /// What happens when a person opens a run.
  public void onOpen(Consumer<Mark> newOpener) {
    opener = newOpener;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = Math.max(0, getHeight() - HeadPainter.HEIGHT);
    canvas.setWidth(width);
    canvas.setHeight(height);
    canvas.relocate(0, HeadPainter.HEIGHT);
    heads.setWidth(width);
    heads.setHeight(HeadPainter.HEIGHT);
    draw();
  }

  private Lens lens() {
    int lanes = Math.max(1, diagram.get().lanes().size());
    double laneWidth = Math.clamp((canvas.getWidth() - 24) / lanes, LANE_LEAST, LANE_MOST);
    return new Lens(rowHeight, laneWidth, left, top, 8);
  }

  private Subject subject() {
    Light light =
        new Light(diagram.get(), index(hovered.get() == null ? selected.get() : hovered.get()));
    return new Subject(
        diagram.get(), columns, crossings, light, index(compared.get()), words, texts);
  }

  private int index(@Nullable ChangeRef change) {
    return change == null ? -1 : diagram.get().history().find(change).orElse(-1);
  }

  private void draw() {
    Subject subject = subject();
    Lens lens = lens();
    DiagramPainter.paint(
        subject,
        new CanvasInk(canvas.getGraphicsContext2D(), inks::color, widths),
        lens,
        canvas.getWidth(),
        canvas.getHeight());
    new HeadPainter(subject, new CanvasInk(heads.getGraphicsContext2D(), inks::color, widths), lens)
        .paint(heads.getWidth());
  }
}
