package dev.flotilla.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.settings.DesktopSettings;
import dev.flotilla.app.desktop.shell.WorkspaceWindow;
import dev.flotilla.model.Batches;
import dev.flotilla.model.Edit;
import dev.flotilla.net.discovery.DiscoveryMode;
import dev.flotilla.net.node.Node;
import dev.flotilla.net.node.NodeOptions;
import dev.flotilla.net.node.Replica;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A window on a home of its own: what it remembers, and what it says in which language.
@UiTest
class DesktopWindowTest {
  private static final long SECONDS = 20;

  @TempDir private Path home;

  private Node node;
  private Replica replica;
  private DesktopWindow window;

  @BeforeAll
  static void start() throws Exception {
    UiTest.Fx.start();
  }

  @BeforeEach
  void oneWorkspace() throws Exception {
    node =
        Node.open(
            NodeOptions.of(home)
                .withDiscovery(DiscoveryMode.OFF)
                .withNetwork(false)
                .withDeviceName("ana"));
    replica = node.createWorkspace("Checkout");
    replica
        .submit(
            List.of(
                Edit.CreateFlag.bool("welcome"),
                new Edit.CreateFolder("shop", "Shop", Optional.empty())),
            "")
        .toCompletableFuture()
        .get(SECONDS, TimeUnit.SECONDS);
    window = open();
    UiTest.Fx.run(() -> window.show(replica.id()));
  }

  @AfterEach
  void close() throws Exception {
    UiTest.Fx.run(window::close);
    node.close();
  }

  @Test
  void aWindowShowsAgainWhatItShowedWhenItWasClosed() throws Exception {
    UiTest.Fx.run(() -> {
      shown().openFlag("welcome");
      shown().commands().run("sidebar");
    });
    UiTest.Fx.run(() -> ((ButtonBase) shown().lookup("#folder-shop")).fire());
    UiTest.Fx.run(() -> window.close());

    window = open();

    UiTest.Fx.await("the workspace", () -> window.workspaceWindow().isPresent());
    assertThat(selected("#folder-shop")).isTrue();
    assertThat(selected("#tab-flag")).isTrue();
    assertThat(UiTest.Fx.get(() -> shown().lookup("#sidebar").getParent().isVisible())).isFalse();
  }

  /// A session of the machine may end without the window being closed.
  @Test
  void whatIsOpenIsKnownBeforeItIsClosed() throws Exception {
    String open = DesktopSettings.of(home).get("workspaces", "");
    assertThat(open).isEqualTo(replica.id().toString());

    UiTest.Fx.run(() -> window.showChooser());

    assertThat(DesktopSettings.of(home).get("workspaces", "")).isEmpty();
  }

  @Test
  void aSectionIsComeBackTo() throws Exception {
    UiTest.Fx.run(() -> shown().showTagSets());
    UiTest.Fx.run(() -> window.close());

    window = open();

    assertThat(selected("#nav-tagSets")).isTrue();
  }

  @Test
  void anotherLanguageIsSpokenAtOnceAndAfterTheNextStart() throws Exception {
    assertThat(text("#new-flag")).isEqualTo("New flag");

    UiTest.Fx.run(() -> shown().showSettings());
    UiTest.Fx.await("the settings", () -> text("#settings-language-de").equals("Deutsch"));
    UiTest.Fx.run(() -> ((ButtonBase) shown().lookup("#settings-language-de")).fire());

    UiTest.Fx.await("German", () -> text("#new-flag").equals("Neues Flag"));
    UiTest.Fx.await("the settings, still open", () -> text("#settings-done").equals("Fertig"));
    UiTest.Fx.run(() -> window.close());
    window = open();
    assertThat(text("#new-flag")).isEqualTo("Neues Flag");
  }

  @Test
  void whatIsTypedAndWhatCanBeTakenBackOutlivesAnotherLanguage() throws Exception {
    UiTest.Fx.run(() -> shown().openFlag("welcome"));
    // What scrolls has its content in the window from the next pulse on.
    UiTest.Fx.await("the editor", () -> shown().lookup("#editor-switch-production") != null);
    UiTest.Fx.run(() -> ((ButtonBase) shown().lookup("#editor-switch-production")).fire());
    UiTest.Fx.await("the switch", this::isOn);
    UiTest.Fx.run(() -> typed().setText("begun"));

    UiTest.Fx.run(() -> shown().showSettings());
    UiTest.Fx.run(() -> ((ButtonBase) shown().lookup("#settings-language-de")).fire());
    UiTest.Fx.await("German", () -> text("#new-flag").equals("Neues Flag"));

    assertThat(UiTest.Fx.get(() -> typed().getText())).isEqualTo("begun");
    // The first of the sitting: the draft may have been saved by leaving its field meanwhile.
    UiTest.Fx.run(() -> shown().model().turn(shown().model().undoStack().done().getLast()));
    UiTest.Fx.await("it is off again", () -> !isOn());
  }

  private TextInputControl typed() {
    return (TextInputControl) shown().lookup("#editor-description");
  }

  private boolean isOn() {
    return replica.workspace().flag("welcome").orElseThrow().setting("production").enabled();
  }

  @Test
  void aLargeWorkspaceIsReadBesideTheWindow() throws Exception {
    Batches batches = new Batches(replica.workspace());
    for (int at = 0; at < 3_000; at++) {
      batches.add(List.of(Edit.CreateFlag.bool("flag-" + at)));
    }
    for (List<Edit> batch : batches.all()) {
      replica.submit(batch, "").toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
    }

    boolean said =
        UiTest.Fx.get(() -> {
          window.show(replica.id());
          // What was read beside this thread is shown by it: not before this is over.
          return window.workspaceWindow().isEmpty();
        });

    assertThat(said).isTrue();
    UiTest.Fx.await("the flags", () -> window.workspaceWindow().isPresent());
    assertThat(UiTest.Fx.get(() -> shown().lookup("#flag-table").isVisible())).isTrue();
  }

  private DesktopWindow open() throws Exception {
    return UiTest.Fx.get(() -> {
      Stage stage = new Stage();
      DesktopWindow opened = Desktop.open(node, stage);
      stage.show();
      return opened;
    });
  }

  private boolean selected(String selector) throws Exception {
    return UiTest.Fx.get(() -> ((ToggleButton) shown().lookup(selector)).isSelected());
  }

  private String text(String selector) {
    return shown().lookup(selector) instanceof Labeled labeled ? labeled.getText() : "";
  }

  private WorkspaceWindow shown() {
    return window.workspaceWindow().orElseThrow();
  }
}
