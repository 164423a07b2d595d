package dev.flotilla.app.desktop;

import dev.flotilla.app.desktop.chooser.ChooserView;
import dev.flotilla.app.desktop.chooser.ChooserViewModel;
import dev.flotilla.app.desktop.chooser.NodeShelf;
import dev.flotilla.app.desktop.control.EmptyState;
import dev.flotilla.app.desktop.fx.Every;
import dev.flotilla.app.desktop.fx.UiBridge;
import dev.flotilla.app.desktop.page.Desk;
import dev.flotilla.app.desktop.page.Workspaces;
import dev.flotilla.app.desktop.session.NodeWorkspace;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.settings.Placement;
import dev.flotilla.app.desktop.shell.WorkspaceWindow;
import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Theme;
import dev.flotilla.model.Workspace;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.node.Replica;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One stage on a node: the chooser, or the window of a workspace. Several may live in one process,
/// also with nodes of their own. The node is not closed with the window.
///
/// Thread: FX.
public final class DesktopWindow implements AutoCloseable {
  /// How late "5 min ago" may be.
  private static final Duration TIME_PASSES = Duration.ofSeconds(15);

  /// How late the chooser may be with the numbers of flags and machines.
  private static final Duration COUNTS_PASS = Duration.ofSeconds(2);

  /// A workspace of more operations is read beside the FX thread.
  private static final long MANY_WRITES = 10_000;

  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;
  private static final double MIN_WIDTH = 900;
  private static final double MIN_HEIGHT = 560;

  private final DesktopWindows windows;
  private final Stage stage;
  private final StackPane root = new StackPane();
  private final Theme theme;
  private final Subscription dressed;
  private final Subscription placed;
  private final UiBridge chooserBridge = UiBridge.toFxThread();
  private Rectangle2D bounds = Rectangle2D.EMPTY;
  private @Nullable WorkspaceWindow open;
  private @Nullable Every clockwork;
  private @Nullable ChooserViewModel chooser;
  private String openId = "";

  /// What is opened while its flags are read; nothing when the user went elsewhere meanwhile.
  private @Nullable Replica awaited;

  DesktopWindow(DesktopWindows windows, Stage stage, String workspace) {
    this.windows = windows;
    this.stage = stage;
    this.theme = windows.theme();
    Scene scene = new Scene(theme.zoomed(root));
    this.dressed = theme.dress(scene);
    stage.setScene(scene);
    stage.setMinWidth(MIN_WIDTH);
    stage.setMinHeight(MIN_HEIGHT);
    place(workspace);
    this.placed =
        Subscription.combine(
            stage.xProperty().subscribe(_ -> remember()),
            stage.yProperty().subscribe(_ -> remember()),
            stage.widthProperty().subscribe(_ -> remember()),
            stage.heightProperty().subscribe(_ -> remember()));
    windows.replica(workspace).ifPresentOrElse(this::show, this::showChooser);
  }

  /// Shows the workspace, or the chooser if the node has no such workspace.
  public void show(WorkspaceId id) {
    windows.replica(id.toString()).ifPresentOrElse(this::show, this::showChooser);
  }

  /// Shows the list of workspaces.
  public void showChooser() {
    closeContent();
    windows.remember();
    Texts texts = windows.texts();
    stage.setTitle(texts.of("app.name"));
    NodeShelf shelf = new NodeShelf(windows.node(), Thread::startVirtualThread);
    ChooserViewModel model =
        new ChooserViewModel(
            shelf, chooserBridge, texts, id -> windows.replica(id).ifPresent(this::show));
    chooser = model;
    clockwork = new Every(COUNTS_PASS, model::recount);
    put(new ChooserView(model, texts));
  }

  /// The window of the open workspace, if one is open.
  public Optional<WorkspaceWindow> workspaceWindow() {
    return Optional.ofNullable(open);
  }

  /// Remembers where the window was and what it showed, and stops listening to the node.
  @Override
  public void close() {
    if (bounds.getWidth() > 0) {
      windows.settings().set("window." + openId, new Placement(bounds, stage.isMaximized()).text());
    }
    windows.closed(this);
    closeContent();
    placed.unsubscribe();
    chooserBridge.close();
    dressed.unsubscribe();
  }

  /// The workspace that is shown; empty for the chooser.
  String openId() {
    return openId;
  }

  void toFront() {
    stage.setIconified(false);
    stage.toFront();
  }

  /// Shows the same in the language that is set now.
  void rebuild() {
    windows
        .replica(openId)
        .ifPresentOrElse(
            replica -> {
              closeContent();
              showReady(replica);
            },
            this::showChooser);
    // A dialog that is opened before the pane for dialogs was drawn once is lost.
    root.applyCss();
    root.layout();
  }

  private void show(Replica replica) {
    closeContent();
    if (writes(replica) < MANY_WRITES) {
      showReady(replica);
    } else {
      makeReady(replica);
    }
  }

  private static long writes(Replica replica) {
    return replica.shown().vector().asMap().values().stream().mapToLong(Long::longValue).sum();
  }

  /// Reads everything that the window asks a snapshot for, which keeps it, beside the FX thread.
  private void makeReady(Replica replica) {
    awaited = replica;
    openId = replica.id().toString();
    windows.remember();
    stage.setTitle(windows.texts().of("app.title", replica.workspace().name()));
    EmptyState reading =
        new EmptyState(
            Feather.CLOCK,
            windows.texts().of("app.reading", replica.workspace().name()),
            windows.texts().of("app.reading.text"));
    reading.setId("workspace-reading");
    put(reading);
    Thread.startVirtualThread(() -> {
      try {
        Workspace snapshot = replica.shown();
        // Folders count the flags, and those are kept.
        var _ = snapshot.folders();
        var _ = snapshot.conflicts();
      } finally {
        chooserBridge.execute(() -> {
          if (replica.equals(awaited)) {
            showReady(replica);
          }
        });
      }
    });
  }

  private void showReady(Replica replica) {
    awaited = null;
    Texts texts = windows.texts();
    UiBridge ui = UiBridge.toFxThread();
    openId = replica.id().toString();
    windows.remember();
    WorkspaceModel model =
        new WorkspaceModel(
            new NodeWorkspace(replica, windows.node()), ui, texts, windows.sitting(openId));
    Moments moments = new Moments(texts, InstantSource.system(), ZoneId.systemDefault());
    clockwork = new Every(TIME_PASSES, () -> ui.execute(moments::timePassed));
    WorkspaceWindow window =
        new WorkspaceWindow(
            model, new Desk(texts, moments, theme, windows.settings()), new Others());
    open = window;
    stage.setTitle(texts.of("app.title", replica.workspace().name()));
    put(window);
    window.requestFocus();
  }

  private void put(Parent content) {
    root.getChildren().setAll(content);
  }

  private void place(String workspace) {
    List<Rectangle2D> screens = Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
    Rectangle2D first = Screen.getPrimary().getVisualBounds();
    Optional<Placement> before = Placement.parse(windows.settings().get("window." + workspace, ""));
    if (before.isEmpty()) {
      stage.setWidth(Math.min(WIDTH, first.getWidth()));
      stage.setHeight(Math.min(HEIGHT, first.getHeight()));
      return;
    }
    Placement there = before.get().within(screens);
    bounds = there.bounds();
    stage.setX(bounds.getMinX());
    stage.setY(bounds.getMinY());
    stage.setWidth(bounds.getWidth());
    stage.setHeight(bounds.getHeight());
    stage.setMaximized(there.maximised());
  }

  /// A window that fills the screen comes back to where it was before.
  private void remember() {
    boolean known =
        Double.isFinite(stage.getX())
            && Double.isFinite(stage.getY())
            && stage.getWidth() > 0
            && stage.getHeight() > 0;
    if (known && !stage.isMaximized() && !stage.isIconified()) {
      bounds = new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
    }
  }

  private void closeContent() {
    awaited = null;
    if (clockwork != null) {
      clockwork.close();
      clockwork = null;
    }
    if (open != null) {
      open.close();
      open = null;
      openId = "";
    }
    if (chooser != null) {
      chooser.close();
      chooser = null;
    }
  }

  private final class Others implements Workspaces {
    @Override
    public void showAll() {
      showChooser();
    }

    @Override
    public List<Known> known() {
      return windows.node().replicas().stream()
          .map(replica ->
              new Known(
                  replica.id().toString(),
                  replica.workspace().name(),
                  replica.id().toString().equals(openId)))
          .sorted(Comparator.comparing(Known::name).thenComparing(Known::id))
          .toList();
    }

    @Override
    public void open(String id) {
      windows.replica(id).ifPresent(DesktopWindow.this::show);
    }

    @Override
    public void openInNewWindow(String id) {
      windows.show(id);
    }

    @Override
    public void rebuild() {
      windows.rebuild(() -> workspaceWindow().ifPresent(WorkspaceWindow::showSettings));
    }
  }
}
