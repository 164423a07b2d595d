package dev.flotilla.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.page.Section;
import dev.flotilla.app.desktop.shell.WorkspaceWindow;
import dev.flotilla.model.Flag;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.net.discovery.DiscoveryMode;
import dev.flotilla.net.node.Node;
import dev.flotilla.net.node.NodeOptions;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a new user does on the first day, in two windows with nodes of their own, real TLS on
/// loopback and real files.
@UiTest
class FirstDayTest {
  @TempDir private Path folder;

  private Node ana;
  private Node ben;
  private DesktopWindow anaWindow;
  private DesktopWindow benWindow;
  private Hands anaHands;
  private Hands benHands;

  @BeforeAll
  static void start() throws Exception {
    UiTest.Fx.start();
  }

  @BeforeEach
  void twoMachinesThatKnowNothing() throws Exception {
    ana = Node.open(options("ana"));
    ben = Node.open(options("ben"));
    UiTest.Fx.run(() -> {
      Stage anaStage = new Stage();
      Stage benStage = new Stage();
      anaWindow = Desktop.open(ana, anaStage);
      benWindow = Desktop.open(ben, benStage);
      anaHands = new Hands(anaStage);
      benHands = new Hands(benStage);
      anaStage.show();
      benStage.show();
    });
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
  void tenPercentOfATagSetInProductionAndBack() throws Exception {
    anaHands.type("create-name", "Lab");
    anaHands.press("create-workspace");
    UiTest.Fx.await("Ana's window", () -> anaWindow.workspaceWindow().isPresent());
    UiTest.Fx.run(() -> at(anaWindow).invite());
    anaHands.press("invite-create");
    benHands.type("join-invitation", anaHands.read("invite-text"));
    benHands.press("join-workspace");
    UiTest.Fx.await("Ben's window", () -> benWindow.workspaceWindow().isPresent());
    anaHands.press("invite-dialog-close");

    UiTest.Fx.run(() -> at(anaWindow).show(Section.TAG_SETS));
    anaHands.type("tagset-new-name", "line-2");
    anaHands.press("tagset-create");
    UiTest.Fx.run(() -> at(anaWindow).newFlag());
    anaHands.type("new-flag-key", "press-speed");
    anaHands.press("new-flag-create");
    UiTest.Fx.await("the flag at Ben", () -> flag(ben).isPresent());

    UiTest.Fx.run(() -> at(anaWindow).editFlag("press-speed"));
    anaHands.press("page-tab-targeting");
    anaHands.press("targeting-environment-production");
    anaHands.press("targeting-quick");
    anaHands.press("quick-tagset-line-2");
    anaHands.press("quick-confirm");

    UiTest.Fx.await("the rule at Ben", () -> production(ben).rules().size() == 1);
    assertThat(production(ben).enabled()).isTrue();
    assertThat(production(ben).effectiveTargeting().orElseThrow())
        .contains("tagset:line-2")
        .contains("fractional")
        .contains("10");

    boolean undone = UiTest.Fx.get(() -> at(anaWindow).commands().run("undo"));
    assertThat(undone).isTrue();
    UiTest.Fx.await("no rule at Ben", () -> production(ben).rules().isEmpty());

    UiTest.Fx.run(() -> at(benWindow).showHistory());
    UiTest.Fx.await("Ben's history", () -> changes(benHands) > 4);
  }

  private static int changes(Hands hands) {
    return hands.find("history-list").map(node -> ((ListView<?>) node).getItems().size()).orElse(0);
  }

  private static FlagSetting production(Node node) {
    return flag(node).orElseThrow().setting("production");
  }

  private static Optional<Flag> flag(Node node) {
    return node.replicas().getFirst().workspace().flag("press-speed");
  }

  private static WorkspaceWindow at(DesktopWindow window) {
    return window.workspaceWindow().orElseThrow();
  }

  private NodeOptions options(String name) {
    return NodeOptions.of(folder.resolve(name))
        .withDiscovery(DiscoveryMode.OFF)
        .withDeviceName(name);
  }
}
