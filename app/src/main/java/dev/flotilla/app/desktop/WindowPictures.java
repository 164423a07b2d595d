package dev.flotilla.app.desktop;

import dev.flotilla.app.desktop.chooser.ChooserView;
import dev.flotilla.app.desktop.chooser.ChooserViewModel;
import dev.flotilla.app.desktop.chooser.NodeShelf;
import dev.flotilla.app.desktop.fx.UiBridge;
import dev.flotilla.app.desktop.page.Desk;
import dev.flotilla.app.desktop.picture.Picture;
import dev.flotilla.app.desktop.session.NodeWorkspace;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.settings.DesktopSettings;
import dev.flotilla.app.desktop.shell.WorkspaceWindow;
import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Theme;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import dev.flotilla.app.machine.NativeLibraries;
import dev.flotilla.model.Flag;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.node.Node;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import javafx.application.Platform;

/// Pictures of the windows of a node, drawn without a display.
public final class WindowPictures implements AutoCloseable {
  /// What is pictured.
  public enum View {
    CHOOSER,
    FLAGS,
    EDITOR,
    CONFLICT,
    PEERS
  }

  private final Texts texts = new Texts(Locale.ENGLISH);

  private WindowPictures() {}

  /// Starts JavaFX, headless unless it runs already.
  ///
  /// @throws UnsupportedOperationException if this machine cannot draw text; the message is a
  ///   sentence that says what to install
  public static WindowPictures start() {
    Optional<String> missing = NativeLibraries.missingForDrawing();
    if (missing.isPresent()) {
      throw new UnsupportedOperationException(missing.get());
    }
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    try {
      Platform.startup(() -> Platform.setImplicitExit(false));
    } catch (IllegalStateException _) {
      // Runs already, which is as good.
    }
    return new WindowPictures();
  }

  /// Writes a picture of `view` with the newest snapshot of the workspace. The editor shows the
  /// first flag.
  public void write(Node node, WorkspaceId workspace, View view, Path png) throws IOException {
    String first =
        node.replica(workspace).stream()
            .flatMap(replica -> replica.workspace().flags().stream())
            .map(Flag::key)
            .findFirst()
            .orElse("");
    write(node, workspace, view, first, png);
  }

  /// Writes a picture of the editor of one flag.
  public void writeEditor(Node node, WorkspaceId workspace, String flag, Path png)
      throws IOException {
    write(node, workspace, View.EDITOR, flag, png);
  }

  /// Writes a picture of the chooser, which needs no workspace.
  public void writeChooser(Node node, Path png) throws IOException {
    write(() -> chooser(node), png);
  }

  private void write(Node node, WorkspaceId workspace, View view, String flag, Path png)
      throws IOException {
    write(() -> view == View.CHOOSER ? chooser(node) : picture(node, workspace, view, flag), png);
  }

  private static void write(Supplier<Picture> drawing, Path png) throws IOException {
    CompletableFuture<Picture> taken = new CompletableFuture<>();
    Platform.runLater(() -> {
      try {
        taken.complete(drawing.get());
      } catch (RuntimeException e) {
        taken.completeExceptionally(e);
      }
    });
    try {
      taken.get().write(png);
    } catch (ExecutionException e) {
      throw new IOException("the window cannot be drawn: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while drawing", e);
    }
  }

  /// Leaves the toolkit running: it can be started only once in a process.
  @Override
  public void close() {}

  private Picture picture(Node node, WorkspaceId id, View view, String flag) {
    Theme theme = new Theme(ThemeChoice.LIGHT);
    var replica =
        node.replica(id).orElseThrow(() -> new IllegalArgumentException("no workspace " + id));
    Moments moments = new Moments(texts, InstantSource.system(), ZoneId.systemDefault());
    WorkspaceModel model =
        new WorkspaceModel(new NodeWorkspace(replica, node), UiBridge.toFxThread(), texts);
    try (WorkspaceWindow window =
        new WorkspaceWindow(
            model, new Desk(texts, moments, theme, DesktopSettings.forgetful()), () -> {})) {
      turnTo(window, view, flag);
      return Picture.of(window, theme);
    }
  }

  private Picture chooser(Node node) {
    try (UiBridge ui = UiBridge.toFxThread()) {
      NodeShelf shelf = new NodeShelf(node, Thread::startVirtualThread);
      return Picture.of(
          new ChooserView(new ChooserViewModel(shelf, ui, texts, _ -> {}), texts),
          new Theme(ThemeChoice.LIGHT));
    }
  }

  private static void turnTo(WorkspaceWindow window, View view, String flag) {
    switch (view) {
      case CHOOSER, FLAGS -> {}
      case EDITOR -> window.openFlag(flag);
      case CONFLICT -> window.showConflicts();
      case PEERS -> window.showPeers();
    }
  }
}
