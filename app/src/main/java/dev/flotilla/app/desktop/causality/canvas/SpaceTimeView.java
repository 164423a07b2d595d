package dev.flotilla.app.desktop.causality.canvas;

import dev.flotilla.app.causality.Apart;
import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.layout.Mark;
import dev.flotilla.app.causality.layout.SpaceTime;
import dev.flotilla.app.causality.layout.SpaceTimeLayout;
import dev.flotilla.app.causality.layout.Wanted;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.net.change.ChangeRef;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A space-time diagram that people look around in: a lane for each machine, time downwards. It
/// draws what is visible on one canvas, when something changed. The keyboard reaches every mark;
/// the event that is looked at is told in words as well.
///
/// Thread: FX.
public final class SpaceTimeView extends Region {
  private final Texts texts;
  private final MarkWords words;
  private final Sheet canvas = new Sheet();
  private final Sheet heads = new Sheet();
  private final Sheet legend = new Sheet();
  private final Overview overview = new Overview(this::scrollTo);
  private final Sideways sideways = new Sideways(this::scrollAcross);
  private final Tip tip;
  private final Speaker speaker;
  private final Inks inks = new Inks();
  private final TextWidths widths = new TextWidths();
  private final Viewport viewport = new Viewport();
  private final ObjectProperty<SpaceTime> diagram =
      new SimpleObjectProperty<>(SpaceTimeLayout.of(CausalHistory.EMPTY, Wanted.ALL));
  private final ObjectProperty<@Nullable ChangeRef> selected = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable ChangeRef> compared = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable ChangeRef> hovered = new SimpleObjectProperty<>();
  private final ObjectProperty<Set<ChangeRef>> conflicts = new SimpleObjectProperty<>(Set.of());
  private final ObjectProperty<Runs> runs = new SimpleObjectProperty<>(Runs.CLOSED);
  private Columns columns = new Columns(diagram.get());
  private Crossings crossings = new Crossings(diagram.get());
  private BitSet disputed = new BitSet();
  private Rifts rifts = Rifts.NONE;
  private CausalHistory riftsOf = CausalHistory.EMPTY;
  private List<Apart> episodes = List.of();
  private boolean follows = true;
  private @Nullable ChangeRef unseen;

  /// @param words what is said about events
  public SpaceTimeView(Texts texts, MarkWords words) {
    this.texts = texts;
    this.words = words;
    this.tip = new Tip(canvas, texts, words);
    this.speaker = new Speaker(texts, words);
    getStyleClass().setAll("space-time");
    setAccessibleRole(AccessibleRole.NODE);
    setFocusTraversable(true);
    setMinSize(0, 0);
    canvas.setId("space-time-canvas");
    getChildren().addAll(inks, canvas, heads, legend, overview, sideways);
    inks.onChange(this::requestLayout);
    Sight sight = new Looking();
    new DiagramPointer(sight, canvas);
    addEventHandler(KeyEvent.KEY_PRESSED, new DiagramKeys(sight)::press);
    diagram.subscribe(this::take);
    conflicts.subscribe(now -> {
      disputed = columns.places(now);
      speak();
    });
    selected.subscribe(this::speak);
    compared.subscribe(this::speak);
    hovered.subscribe(now -> {
      tip.show(diagram.get(), mark(now).orElse(null));
      requestLayout();
    });
    focusVisibleProperty().subscribe(_ -> requestLayout());
    speak();
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

  /// The changes that are in a conflict now.
  public ObjectProperty<Set<ChangeRef>> conflictsProperty() {
    return conflicts;
  }

  /// Who opens and closes runs.
  public ObjectProperty<Runs> runsProperty() {
    return runs;
  }

  /// Shows when machines did not hear of each other.
  ///
  /// @param of the history that it was found in; nothing is shown of another
  public void showApart(CausalHistory of, List<Apart> apart) {
    riftsOf = of;
    episodes = List.copyOf(apart);
    take(diagram.get());
  }

  /// Shows times at the left edge; meant for heights that follow the clocks.
  public void showTimes(boolean wanted) {
    viewport.keepFree(wanted ? AxisPainter.WIDTH : 0);
    requestLayout();
  }

  /// Whether there is a mark for a change.
  public boolean shows(ChangeRef change) {
    return mark(change).isPresent();
  }

  /// Brings the mark of a change into view, if there is one.
  public void reveal(ChangeRef change) {
    mark(change)
        .ifPresent(mark -> {
          follows = false;
          viewport.reveal(mark.column(), mark.row());
          // Without a size nothing is in view: again as soon as it has one.
          unseen = getHeight() > 0 ? null : change;
          requestLayout();
        });
  }

  /// Shows what is newest, and goes on doing so until a person looks elsewhere.
  public void showNewest() {
    follows = true;
    requestLayout();
  }

  /// Shows everything at once, as small as that needs.
  public void showAll() {
    viewport.zoomToAll();
    follows = viewport.isAtEnd();
    requestLayout();
  }

  /// Shows larger or smaller.
  ///
  /// @param factor above 1 for larger
  public void zoom(double factor) {
    viewport.zoom(factor, viewport.height() / 2);
    requestLayout();
  }

  /// The whole diagram as an SVG file, in the colours that are shown.
  public String svg(Caption caption) {
    return WholePicture.of(subject(), viewport, Double.MAX_VALUE).svg(inks::color, widths, caption);
  }

  /// The whole diagram as an image of twice the pixels; smaller if it would be too large for one.
  public WritableImage image(Caption caption) {
    return whole().image(inks::color, widths, caption);
  }

  WholePicture whole() {
    return WholePicture.of(subject(), viewport, WholePicture.IMAGE_MOST);
  }

  @Override
  protected void layoutChildren() {
    double below = Math.max(0, getHeight() - HeadPainter.HEIGHT - LegendPainter.HEIGHT);
    double side = viewport.wholeHeight() > below + 1 ? Overview.WIDTH : 0;
    double width = Math.max(0, getWidth() - side);
    boolean isWide = viewport.isWiderThan(width);
    double height = Math.max(0, isWide ? below - Sideways.HEIGHT : below);
    canvas.resize(width, height);
    legend.resize(getWidth(), LegendPainter.HEIGHT);
    legend.relocate(0, HeadPainter.HEIGHT + below);
    heads.resize(getWidth(), HeadPainter.HEIGHT);
    canvas.relocate(0, HeadPainter.HEIGHT);
    viewport.resize(width, height);
    if (follows) {
      viewport.toEnd();
    }
    if (height > 0) {
      mark(unseen).ifPresent(mark -> viewport.reveal(mark.column(), mark.row()));
      unseen = null;
    }
    overview.setVisible(side > 0);
    overview.resizeRelocate(width, HeadPainter.HEIGHT, side, height);
    sideways.setVisible(isWide);
    sideways.resizeRelocate(0, HeadPainter.HEIGHT + height, getWidth(), below - height);
    sideways.show(viewport);
    draw();
  }

  private void take(SpaceTime now) {
    Optional<ChangeRef> held = held();
    double y = held.map(this::height).orElse(0.0);
    columns = new Columns(now);
    crossings = new Crossings(now);
    disputed = columns.places(conflicts.get());
    rifts = now.history() == riftsOf ? Rifts.of(columns, episodes) : Rifts.NONE;
    viewport.show(now.rows(), now.lanes().size(), rifts.gaps());
    if (!follows) {
      held.flatMap(this::mark).ifPresent(mark -> viewport.hold(mark.row(), y));
    }
    speak();
  }

  /// What shall stay where it is when the diagram changes around it.
  private Optional<ChangeRef> held() {
    Finder finder = new Finder(columns, viewport.lens());
    return finder.firstBelow(0).map(mark -> columns.history().event(mark.first()).ref());
  }

  private double height(ChangeRef change) {
    return mark(change).map(mark -> viewport.lens().y(mark.row())).orElse(0.0);
  }

  private Optional<Mark> mark(@Nullable ChangeRef change) {
    return columns.markOf(index(change));
  }

  private int index(@Nullable ChangeRef change) {
    return change == null ? -1 : columns.history().find(change).orElse(-1);
  }

  private void scrollTo(double top) {
    viewport.scrollTo(top);
    looked();
  }

  /// Which part is seen.
  Lens lens() {
    return viewport.lens();
  }

  private void scrollAcross(double left) {
    viewport.pan(left - viewport.left(), 0);
    requestLayout();
  }

  private void looked() {
    follows = viewport.isAtEnd();
    requestLayout();
  }

  private Subject subject() {
    boolean hovering = hovered.get() != null && compared.get() == null;
    Light light = new Light(diagram.get(), index(hovering ? hovered.get() : selected.get()));
    return new Subject(
        columns,
        crossings,
        rifts,
        light,
        disputed,
        index(compared.get()),
        runs.get(),
        words,
        texts);
  }

  private void draw() {
    Subject subject = subject();
    Lens lens = viewport.lens();
    CanvasInk ink = new CanvasInk(canvas.graphics(), inks::color, widths);
    DiagramPainter.paint(subject, ink, lens, new Box(0, 0, canvas.getWidth(), canvas.getHeight()));
    if (isFocusVisible()) {
      Box edge = new Box(1, 1, canvas.getWidth() - 2, canvas.getHeight() - 2);
      ink.frame(edge, 4, Stroke.solid(Tone.CHOSEN, 2));
    }
    CanvasInk above = new CanvasInk(heads.graphics(), inks::color, widths);
    new HeadPainter(subject, above, lens).paint(heads.getWidth());
    CanvasInk below = new CanvasInk(legend.graphics(), inks::color, widths);
    new LegendPainter(subject, below).paint(new Box(0, 0, getWidth(), LegendPainter.HEIGHT));
    overview.show(subject, viewport, inks);
  }

  private void speak() {
    requestLayout();
    int index = index(selected.get());
    setAccessibleText(
        index < 0
            ? speaker.all(diagram.get(), disputed)
            : speaker.one(
                diagram.get(),
                index,
                index(compared.get()),
                conflicts.get().contains(selected.get())));
  }

  private final class Looking implements Sight {
    @Override
    public Viewport viewport() {
      return viewport;
    }

    @Override
    public Finder finder() {
      return new Finder(columns, viewport.lens());
    }

    @Override
    public Optional<Mark> current() {
      return mark(selected.get());
    }

    @Override
    public Optional<Mark> comparing() {
      return mark(compared.get()).or(this::current);
    }

    @Override
    public Optional<Mark> newest() {
      List<Mark> marks = diagram.get().marks();
      return marks.isEmpty() ? Optional.empty() : Optional.of(marks.getLast());
    }

    @Override
    public void select(Mark mark) {
      compared.set(null);
      selected.set(ref(mark));
    }

    @Override
    public void compare(Mark mark) {
      if (current().isEmpty()) {
        selected.set(ref(mark));
      } else {
        compared.set(current().get().equals(mark) ? null : ref(mark));
      }
    }

    @Override
    public void hover(@Nullable Mark mark) {
      hovered.set(mark == null ? null : ref(mark));
    }

    @Override
    public boolean toggle(Mark mark) {
      if (mark.isRun()) {
        runs.get().open(mark);
        return true;
      }
      boolean isOpened = runs.get().isOpened(ref(mark));
      runs.get().close(ref(mark));
      return isOpened;
    }

    @Override
    public boolean leave() {
      if (compared.get() != null) {
        compared.set(null);
        return true;
      }
      boolean any = selected.get() != null;
      selected.set(null);
      return any;
    }

    @Override
    public void reveal(Mark mark) {
      viewport.reveal(mark.column(), mark.row());
      looked();
    }

    @Override
    public void redraw() {
      looked();
    }

    private ChangeRef ref(Mark mark) {
      return columns.history().event(mark.last()).ref();
    }
  }
}
