package dev.flotilla.app.desktop.causality.diagram;

import dev.flotilla.app.causality.Apart;
import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.Episodes;
import dev.flotilla.app.causality.layout.Mark;
import dev.flotilla.app.causality.layout.Wanted.Spacing;
import dev.flotilla.app.desktop.causality.canvas.Runs;
import dev.flotilla.app.desktop.causality.canvas.SpaceTimeView;
import dev.flotilla.app.desktop.causality.detail.DetailModel;
import dev.flotilla.app.desktop.causality.detail.DetailView;
import dev.flotilla.app.desktop.causality.detail.Wishes;
import dev.flotilla.app.desktop.causality.model.CausalityModel;
import dev.flotilla.app.desktop.causality.model.DiagramMemory;
import dev.flotilla.app.desktop.causality.model.DiagramModel;
import dev.flotilla.app.desktop.causality.model.ShivizExport;
import dev.flotilla.app.desktop.page.Desk;
import dev.flotilla.app.desktop.page.Frame;
import dev.flotilla.app.desktop.page.Page;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.change.ChangeRef;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The diagram of all that happened, with what is to be said about the change that is looked at.
///
/// Thread: FX; when machines were apart is found in the background.
public final class DiagramPage implements Page {
  private final CausalityModel model;
  private final DiagramModel shown;
  private final DiagramMemory memory;
  private final SpaceTimeView view;
  private final DiagramHead head;
  private final DetailModel detailModel;
  private final DetailView detail;
  private final ApartList apart;
  private final BorderPane node = new BorderPane();
  private final Subscription subscriptions;
  private boolean awaited;
  private boolean searching;
  private boolean closed;

  public DiagramPage(CausalityModel model, Desk desk, Frame frame) {
    this.model = model;
    this.shown = new DiagramModel(model);
    this.memory =
        new DiagramMemory(
            desk.settings(),
            model.workspace().workspace().id().map(WorkspaceId::toString).orElse(""));
    memory.restore(shown);
    this.detailModel = DetailModel.of(model, desk);
    this.view =
        new SpaceTimeView(
            desk.texts(),
            new DiagramWords(
                desk.texts(),
                desk.moments(),
                () -> shown.spaceTimeProperty().get().history(),
                model::headline,
                detailModel::clockNote));
    view.setId("diagram-view");
    view.selectedProperty().bindBidirectional(model.selectedProperty());
    view.comparedProperty().bindBidirectional(model.comparedProperty());
    view.hoveredProperty().bindBidirectional(model.hoveredProperty());
    view.runsProperty().set(new Opened());
    FilterMenus menus = new FilterMenus(shown, model, desk);
    DiagramExport export =
        new DiagramExport(
            view, menus.words(), new ShivizExport(model, desk.texts()), model.ui(), desk, frame);
    this.head = new DiagramHead(shown, menus, export, view, desk.texts());
    this.detail = new DetailView(detailModel, desk, Wishes.of(model, frame));
    node.setTop(
        new VBox(
            head, new LoadedLine(model, desk.texts()), new AsideLine(model, shown, desk.texts())));
    node.setCenter(middle(desk.texts(), frame));
    this.apart = new ApartList(desk, model::headline, this::reveal);
    detail.showWhileIdle(apart);
    node.setRight(detail);
    this.subscriptions =
        Subscription.combine(
            shown.spaceTimeProperty().subscribe(now -> view.diagramProperty().set(now)),
            shown.spacingProperty().subscribe(now -> view.showTimes(now == Spacing.CLOCK)),
            model.conflictsProperty().subscribe(now -> view.conflictsProperty().set(now.keySet())),
            model.historyProperty().subscribe(_ -> findApart()),
            model.wantedProperty().subscribe(this::sought),
            view.visibleProperty().subscribe(this::drawn),
            // What the heads of the lanes say of clocks.
            detailModel.fleet().subscribe(_ -> view.requestLayout()),
            model
                .selectedProperty()
                .subscribe(now -> {
                  if (now != null && !view.isFocused()) {
                    view.reveal(now);
                  }
                }));
  }

  /// Brings a change into view, whatever hides it.
  private void reveal(ChangeRef change) {
    if (view.shows(change)) {
      view.reveal(change);
    } else {
      model.wantedProperty().set(change);
    }
  }

  /// What was asked for is there, and nothing hides it any more.
  private void sought(@Nullable ChangeRef before, @Nullable ChangeRef now) {
    if (before != null && now == null) {
      view.reveal(before);
    }
  }

  private Node middle(Texts texts, Frame frame) {
    NothingShown empty = new NothingShown(shown, model, texts, frame::showCourse);
    view.visibleProperty().bind(empty.visibleProperty().not());
    StackPane middle = new StackPane(view, empty);
    middle.setMinSize(0, 0);
    return middle;
  }

  private void findApart() {
    if (searching || closed) {
      return;
    }
    searching = true;
    CausalHistory of = model.historyProperty().get();
    model
        .ui()
        .background()
        .execute(() -> {
          List<Apart> found;
          try {
            found = Episodes.telling(of);
          } catch (RuntimeException e) {
            model.ui().execute(() -> searching = false);
            throw e;
          }
          List<Apart> told = found;
          model.ui().execute(() -> found(of, told));
        });
  }

  private void found(CausalHistory of, List<Apart> found) {
    searching = false;
    if (closed) {
      return;
    }
    view.showApart(of, found);
    apart.show(of, found);
    if (model.historyProperty().get() != of) {
      findApart();
    }
  }

  private final class Opened implements Runs {
    @Override
    public void open(Mark run) {
      shown.open(run);
    }

    @Override
    public void close(ChangeRef change) {
      shown.close(change);
    }

    @Override
    public boolean isOpened(ChangeRef change) {
      return shown.isOpened(change);
    }
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void focus() {
    if (view.isVisible()) {
      view.requestFocus();
    } else {
      head.search().requestFocus();
      awaited = model.loadingProperty().get() || shown.busyProperty().get();
    }
  }

  /// The picture takes the keyboard that it was to have while it was still being read, unless
  /// somebody types already.
  private void drawn(boolean isShown) {
    TextField search = head.search();
    boolean isFree =
        search.getScene() != null
            && search.equals(search.getScene().getFocusOwner())
            && search.getText().isEmpty();
    if (isShown && awaited && isFree) {
      view.requestFocus();
    }
    awaited = awaited && !isShown;
  }

  @Override
  public void close() {
    closed = true;
    memory.save(shown);
    subscriptions.unsubscribe();
    head.close();
    detail.close();
    shown.close();
  }
}
