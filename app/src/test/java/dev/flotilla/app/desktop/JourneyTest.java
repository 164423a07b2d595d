package dev.flotilla.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.shell.WorkspaceWindow;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Role;
import dev.flotilla.net.PeerAddress;
import dev.flotilla.net.Presence;
import dev.flotilla.net.discovery.DiscoveryMode;
import dev.flotilla.net.node.JoinOutcome;
import dev.flotilla.net.node.Node;
import dev.flotilla.net.node.NodeOptions;
import dev.flotilla.net.node.Replica;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.ButtonBase;
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
  private Hands anaHands;
  private Hands benHands;

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
    Stage anaStage = stage();
    anaHands = new Hands(anaStage);
    anaWindow = window(ana, atAna, anaStage);
    sitBenDown();
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
    anaHands.press("import-start");
    UiTest.Fx.await("the flag at Ben", () -> atBen.workspace().flag("welcome").isPresent());
    UiTest.Fx.run(() -> shown(benWindow).openFlag("welcome"));
    UiTest.Fx.await("Ben's editor", () -> benHands.find("editor-switch-production").isPresent());

    anaHands.press("switch-production");
    UiTest.Fx.await(
        "the switch at Ben",
        () -> atBen.workspace().flag("welcome").orElseThrow().setting("production").enabled());

    cutApart();
    UiTest.Fx.run(() -> shown(anaWindow).openFlag("welcome"));
    anaHands.type("editor-description", "from Ana");
    benHands.type("editor-description", "from Ben");
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
            anaHands.find("conflict-" + conflict).isPresent()
                && benHands.find("conflict-" + conflict).isPresent());

    UiTest.Fx.run(
        () -> ((ButtonBase) benHands.find("conflict-use-1-" + conflict).orElseThrow()).fire());

    UiTest.Fx.await("nothing to decide at Ben", () -> atBen.workspace().conflicts().isEmpty());
    UiTest.Fx.await("nothing to decide at Ana", () -> atAna.workspace().conflicts().isEmpty());
    UiTest.Fx.await(
        "both windows say so",
        () ->
            anaHands.find("conflicts-empty").filter(javafx.scene.Node::isVisible).isPresent()
                && benHands
                    .find("conflicts-empty")
                    .filter(javafx.scene.Node::isVisible)
                    .isPresent());
    assertThat(description(atAna)).isEqualTo(description(atBen));
  }

  @Test
  void oneSeesWhatTheOtherIsAboutAndTakesAnOwnChangeBack() throws Exception {
    Path file = Files.writeString(folder.resolve("flags.json"), FLAGS);
    UiTest.Fx.run(() -> shown(anaWindow).transfer().showImport(file, Runnable::run));
    anaHands.press("import-start");
    UiTest.Fx.await("the flag at Ben", () -> atBen.workspace().flag("welcome").isPresent());

    UiTest.Fx.run(() -> shown(benWindow).openFlag("welcome"));
    Presence looking = Presence.looking(EntityId.flag("welcome"));
    UiTest.Fx.await("Ben at the flag", () -> atAna.presences().containsValue(looking));

    anaHands.press("switch-production");
    UiTest.Fx.await("the switch at Ben", () -> isOn(atBen));
    UiTest.Fx.run(() -> shown(anaWindow).commands().run("undo"));
    UiTest.Fx.await("it is back at Ben", () -> !isOn(atBen));
    UiTest.Fx.run(() -> shown(anaWindow).commands().run("redo"));
    UiTest.Fx.await("it is on again at Ben", () -> isOn(atBen));
    assertThat(atBen.workspace().conflicts()).isEmpty();
  }

  private static boolean isOn(Replica replica) {
    return replica.workspace().flag("welcome").orElseThrow().setting("production").enabled();
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
    sitBenDown();
    UiTest.Fx.run(() -> shown(benWindow).openFlag("welcome"));
  }

  private NodeOptions options(String name) {
    return NodeOptions.of(folder.resolve(name))
        .withDiscovery(DiscoveryMode.OFF)
        .withDeviceName(name);
  }

  private void sitBenDown() throws Exception {
    Stage stage = stage();
    benHands = new Hands(stage);
    benWindow = window(ben, atBen, stage);
  }

  private static Stage stage() throws Exception {
    return UiTest.Fx.get(Stage::new);
  }

  private static DesktopWindow window(Node node, Replica replica, Stage stage) throws Exception {
    return UiTest.Fx.get(() -> {
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
}
