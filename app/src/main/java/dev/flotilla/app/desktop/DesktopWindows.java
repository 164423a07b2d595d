package dev.flotilla.app.desktop;

import dev.flotilla.app.desktop.session.Sitting;
import dev.flotilla.app.desktop.settings.DesktopSettings;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.MotionChoice;
import dev.flotilla.app.desktop.theme.TextSize;
import dev.flotilla.app.desktop.theme.Theme;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import dev.flotilla.net.node.Node;
import dev.flotilla.net.node.Replica;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.stage.Stage;

/// The windows of a home, and what they have in common: looks, language and what is remembered.
///
/// Thread: FX.
final class DesktopWindows {
  private static final String OPEN = "workspaces";

  private final Node node;
  private final DesktopSettings settings;
  private final Theme theme;
  private final List<DesktopWindow> open = new ArrayList<>();
  private final Map<String, Sitting> sittings = new HashMap<>();
  private Texts texts;

  DesktopWindows(Node node) {
    this.node = node;
    this.settings = DesktopSettings.of(node.home());
    this.theme = new Theme(ThemeChoice.parse(settings.get("theme", "")));
    this.texts = words();
    theme.textSizeProperty().set(TextSize.parse(settings.get("size", "")));
    theme.motion().choiceProperty().set(MotionChoice.parse(settings.get("motion", "")));
    theme.choiceProperty().subscribe(now -> settings.set("theme", now.name()));
    theme.textSizeProperty().subscribe(now -> settings.set("size", now.name()));
    theme.motion().choiceProperty().subscribe(now -> settings.set("motion", now.name()));
  }

  Node node() {
    return node;
  }

  DesktopSettings settings() {
    return settings;
  }

  Theme theme() {
    return theme;
  }

  Texts texts() {
    return texts;
  }

  /// What was done and begun at a workspace. It stays when a window is built anew, shows something
  /// else, or is closed while the program runs on.
  Sitting sitting(String workspace) {
    return sittings.computeIfAbsent(workspace, _ -> new Sitting());
  }

  /// A window on a stage that the caller shows. It shows `workspace`, or the chooser if there is no
  /// such workspace.
  DesktopWindow open(Stage stage, String workspace) {
    DesktopWindow window = new DesktopWindow(this, stage, workspace);
    open.add(window);
    remember();
    return window;
  }

  /// The workspaces that were open last, the first one first.
  List<String> last() {
    return settings.get(OPEN, settings.get("workspace", "")).lines().toList();
  }

  /// Shows a workspace in a window of its own, or brings the one that shows it to the front.
  void show(String workspace) {
    Optional<DesktopWindow> shown =
        open.stream().filter(window -> window.openId().equals(workspace)).findFirst();
    if (shown.isPresent()) {
      shown.get().toFront();
      return;
    }
    Stage stage = new Stage();
    DesktopWindow window = open(stage, workspace);
    stage.setOnHidden(_ -> window.close());
    stage.show();
  }

  Optional<Replica> replica(String workspace) {
    return node.replicas().stream()
        .filter(replica -> replica.id().toString().equals(workspace))
        .findFirst();
  }

  /// Says everything in the language that is set now, then calls `done`.
  void rebuild(Runnable done) {
    texts = words();
    // After the button that asked for it has done its work.
    Platform.runLater(() -> {
      List.copyOf(open).forEach(DesktopWindow::rebuild);
      done.run();
    });
  }

  /// Forgets a window; the last one leaves behind what was open.
  void closed(DesktopWindow window) {
    open.remove(window);
    if (open.isEmpty()) {
      settings.set(OPEN, window.openId());
    } else {
      remember();
    }
  }

  /// Remembers what is open now: the program may be ended without its windows being closed.
  void remember() {
    settings.set(
        OPEN,
        open.stream()
            .map(DesktopWindow::openId)
            .filter(id -> !id.isEmpty())
            .collect(Collectors.joining("\n")));
  }

  private Texts words() {
    return new Texts(Texts.language(settings.get("language", ""), Locale.getDefault()));
  }
}
