package dev.flotilla.app.desktop;

import dev.flotilla.app.desktop.chooser.ChooserView;
import dev.flotilla.app.desktop.chooser.ChooserViewModel;
import dev.flotilla.app.desktop.chooser.NodeShelf;
import dev.flotilla.app.desktop.fx.Every;
import dev.flotilla.app.desktop.fx.UiBridge;
import dev.flotilla.app.desktop.page.Desk;
import dev.flotilla.app.desktop.session.NodeWorkspace;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.settings.DesktopSettings;
import dev.flotilla.app.desktop.shell.WorkspaceWindow;
import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Theme;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.node.Node;
import dev.flotilla.net.node.Replica;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// One stage on a node: the chooser, or the window of a workspace. Several may live in one process,
/// each with a node of its own. The node is not closed with the window.
///
/// Thread: FX.
public final class DesktopWindow implements AutoCloseable {
  /// How late "5 min ago" may be.
  private static final Duration TIME_PASSES = Duration.ofSeconds(15);

  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;
  private static final double MIN_WIDTH = 900;
  private static final double MIN_HEIGHT = 560;

  private final Node node;
  private final Stage stage;
  private final Texts texts = new Texts(Locale.ENGLISH);
  private final StackPane root = new StackPane();
  private final Theme theme;
  private final DesktopSettings settings;
  private final Subscription dressed;
  private final UiBridge chooserBridge = UiBridge.toFxThread();
  private @Nullable WorkspaceWindow open;
  private @Nullable Every clockwork;
  private @Nullable ChooserViewModel chooser;
  private String openId = "";

  DesktopWindow(Node node, Stage stage) {
    this.node = node;
    this.stage = stage;
    this.settings = DesktopSettings.of(node.home());
    this.theme = new Theme(ThemeChoice.parse(settings.get("theme", "")));
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    Scene scene =
        new Scene(
            root,
            Math.min(Math.max(settings.number("width", WIDTH), MIN_WIDTH), screen.getWidth()),
            Math.min(Math.max(settings.number("height", HEIGHT), MIN_HEIGHT), screen.getHeight()));
    this.dressed = theme.dress(scene);
    stage.setScene(scene);
    stage.setMinWidth(MIN_WIDTH);
    stage.setMinHeight(MIN_HEIGHT);
    first();
  }

  /// Shows the workspace, or the chooser if the node has no such workspace.
  public void show(WorkspaceId id) {
    node.replica(id).ifPresentOrElse(this::show, this::showChooser);
  }

  /// Shows the list of workspaces.
  public void showChooser() {
    closeContent();
    stage.setTitle(texts.of("app.name"));
    NodeShelf shelf = new NodeShelf(node, Thread::startVirtualThread);
    ChooserViewModel model = new ChooserViewModel(shelf, chooserBridge, texts, this::open);
    chooser = model;
    put(new ChooserView(model, texts));
  }

  /// The window of the open workspace, if one is open.
  public Optional<WorkspaceWindow> workspaceWindow() {
    return Optional.ofNullable(open);
  }

  /// Remembers size and theme, and stops listening to the node.
  @Override
  public void close() {
    settings.setAll(
        Map.of(
            "theme", theme.choiceProperty().get().name(),
            "width", String.valueOf(stage.getScene().getWidth()),
            "height", String.valueOf(stage.getScene().getHeight()),
            "workspace", openId));
    closeContent();
    chooserBridge.close();
    dressed.unsubscribe();
  }

  private void first() {
    for (Replica replica : node.replicas()) {
      if (replica.id().toString().equals(settings.get("workspace", ""))) {
        show(replica);
        return;
      }
    }
    showChooser();
  }

  private void open(String id) {
    for (Replica replica : node.replicas()) {
      if (replica.id().toString().equals(id)) {
        show(replica);
      }
    }
  }

  private void show(Replica replica) {
    closeContent();
    UiBridge ui = UiBridge.toFxThread();
    WorkspaceModel model = new WorkspaceModel(new NodeWorkspace(replica), ui, texts);
    Moments moments = new Moments(texts, InstantSource.system(), ZoneId.systemDefault());
    clockwork = new Every(TIME_PASSES, () -> ui.execute(moments::timePassed));
    WorkspaceWindow window =
        new WorkspaceWindow(model, new Desk(texts, moments, theme, settings), this::showChooser);
    open = window;
    openId = replica.id().toString();
    stage.setTitle(texts.of("app.title", replica.workspace().name()));
    put(window);
    window.requestFocus();
  }

  private void put(Parent content) {
    root.getChildren().setAll(content);
  }

  private void closeContent() {
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
}
