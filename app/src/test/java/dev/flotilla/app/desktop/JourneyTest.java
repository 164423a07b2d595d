package dev.flotilla.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.shell.WorkspaceWindow;
import dev.flotilla.model.Role;
import dev.flotilla.net.PeerAddress;
import dev.flotilla.net.discovery.DiscoveryMode;
import dev.flotilla.net.node.JoinOutcome;
import dev.flotilla.net.node.Node;
import dev.flotilla.net.node.NodeOptions;
import dev.flotilla.net.node.Replica;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two windows with nodes of their own, real TLS on loopback and real files: import, edit, cut
/// apart, edit the same flag, meet again, see the conflict, resolve it.
@UiTest
class JourneyTest {
  private static final String FLAGS =
      """
      {"flags": {"welcome": {"state": "DISABLED", "variants": {"on": true, "off": false},
        "defaultVariant": "off"}}}
      """;
  private static final long JOIN_SECONDS = 30;

  @TempDir private Path folder;

  private Node ana;
  private Node ben;
  private Replica atAna;
  private Replica atBen;
  private DesktopWindow anaWindow;
  private DesktopWindow benWindow;

  @BeforeAll
  static void start() throws Exception {
    UiTest.Fx.start();
  }

  @BeforeEach
  void twoMembers() throws Exception {
    ana = Node.open(options("ana"));
    ben = Node.open(options("ben"));
    atAna = ana.createWorkspace("Journey");
    JoinOutcome outcome = ben.join(atAna.invite(Role.EDITOR)).get(JOIN_SECONDS, TimeUnit.SECONDS);
    atBen = ((JoinOutcome.Joined) outcome).replica();
    anaWindow = window(ana, atAna);
    benWindow = window(ben, atBen);
  }

  @AfterEach
  void close() throws Exception {
    UiTest.Fx.run(() -> {
      anaWindow.close();
      benWindow.close();
    });
    ana.close();
    ben.close();
  }

  @Test
  void twoWindowsImportEditDisagreeAndAgreeAgain() throws Exception {
    Path file = Files.writeString(folder.resolve("flags.json"), FLAGS);
    UiTest.Fx.run(() -> shown(anaWindow).transfer().showImport(file, Runnable::run));
    press(anaWindow, "#import-start");
    UiTest.Fx.await("the flag at Ben", () -> atBen.workspace().flag("welcome").isPresent());
    UiTest.Fx.run(() -> shown(benWindow).openFlag("welcome"));
    UiTest.Fx.await("Ben's editor", () -> find(benWindow, "#editor-switch-production").isPresent());

    press(anaWindow, "#switch-welcome-production");
    UiTest.Fx.await(
        "the switch at Ben",
        () -> atBen.workspace().flag("welcome").orElseThrow().setting("production").enabled());

    cutApart();
    UiTest.Fx.run(() -> shown(anaWindow).openFlag("welcome"));
    type(anaWindow, "#editor-description", "from Ana");
    type(benWindow, "#editor-description", "from Ben");
    UiTest.Fx.await("Ana's text", () -> description(atAna).equals("from Ana"));
    UiTest.Fx.await("Ben's text", () -> description(atBen).equals("from Ben"));
    meetAgain();

    UiTest.Fx.await("the conflict at Ana", () -> atAna.workspace().conflicts().size() == 1);
    UiTest.Fx.await("the conflict at Ben", () -> atBen.workspace().conflicts().size() == 1);
    assertThat(description(atAna)).isEqualTo(description(atBen));
    UiTest.Fx.run(() -> {
      shown(anaWindow).showConflicts();
      shown(benWindow).showConflicts();
    });
    String conflict = atBen.workspace().conflicts().getFirst().id();
    UiTest.Fx.await(
        "both windows show it",
        () ->
            byId(anaWindow, "conflict-" + conflict).isPresent()
                && byId(benWindow, "conflict-" + conflict).isPresent());

    UiTest.Fx.run(
        () -> ((ButtonBase) byId(benWindow, "conflict-use-1-" + conflict).orElseThrow()).fire());

    UiTest.Fx.await("nothing to decide at Ben", () -> atBen.workspace().conflicts().isEmpty());
    UiTest.Fx.await("nothing to decide at Ana", () -> atAna.workspace().conflicts().isEmpty());
    UiTest.Fx.await(
        "both windows say so",
        () ->
            byId(anaWindow, "conflicts-empty").filter(javafx.scene.Node::isVisible).isPresent()
                && byId(benWindow, "conflicts-empty")
                    .filter(javafx.scene.Node::isVisible)
                    .isPresent());
    assertThat(description(atAna)).isEqualTo(description(atBen));
  }

  /// Ben's machine goes away and works on alone: the same home, without the network.
  private void cutApart() throws Exception {
    reopenBen(options("ben").withNetwork(false));
  }

  private void meetAgain() throws Exception {
    reopenBen(options("ben"));
    ben.addPeer(new PeerAddress("127.0.0.1", ana.port()));
  }

  private void reopenBen(NodeOptions options) throws Exception {
    UiTest.Fx.run(benWindow::close);
    ben.close();
    ben = Node.open(options);
    atBen = ben.replica(atAna.id()).orElseThrow();
    benWindow = window(ben, atBen);
    UiTest.Fx.run(() -> shown(benWindow).openFlag("welcome"));
  }

  private NodeOptions options(String name) {
    return NodeOptions.of(folder.resolve(name))
        .withDiscovery(DiscoveryMode.OFF)
        .withDeviceName(name);
  }

  private static DesktopWindow window(Node node, Replica replica) throws Exception {
    return UiTest.Fx.get(() -> {
      Stage stage = new Stage();
      DesktopWindow window = Desktop.open(node, stage);
      stage.setWidth(960);
      stage.setHeight(720);
      window.show(replica.id());
      stage.show();
      return window;
    });
  }

  private static String description(Replica replica) {
    return replica.workspace().flag("welcome").orElseThrow().description();
  }

  private static WorkspaceWindow shown(DesktopWindow window) {
    return window.workspaceWindow().orElseThrow();
  }

  private static Optional<javafx.scene.Node> find(DesktopWindow window, String selector) {
    return Optional.ofNullable(shown(window).lookup(selector));
  }

  private static Optional<javafx.scene.Node> byId(DesktopWindow window, String id) {
    return search(shown(window), id);
  }

  /// Ids of conflicts hold characters that a selector cannot.
  private static Optional<javafx.scene.Node> search(javafx.scene.Node node, String id) {
    if (id.equals(node.getId())) {
      return Optional.of(node);
    }
    if (node instanceof javafx.scene.Parent parent) {
      for (javafx.scene.Node child : parent.getChildrenUnmodifiable()) {
        Optional<javafx.scene.Node> found = search(child, id);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static void press(DesktopWindow window, String selector) throws Exception {
    UiTest.Fx.await(
        selector, () -> find(window, selector).filter(n -> !n.isDisabled()).isPresent());
    UiTest.Fx.run(() -> ((ButtonBase) find(window, selector).orElseThrow()).fire());
  }

  private static void type(DesktopWindow window, String selector, String text) throws Exception {
    UiTest.Fx.await(selector, () -> find(window, selector).isPresent());
    UiTest.Fx.run(() -> {
      TextInputControl field = (TextInputControl) find(window, selector).orElseThrow();
      field.requestFocus();
      field.setText(text);
      find(window, "#search").orElseThrow().requestFocus();
    });
  }
}
