package dev.flotilla.app.desktop;

import dev.flotilla.app.desktop.chooser.ChooserView;
import dev.flotilla.app.desktop.chooser.ChooserViewModel;
import dev.flotilla.app.desktop.chooser.WorkspaceShelf;
import dev.flotilla.app.desktop.fx.UiBridge;
import dev.flotilla.app.desktop.picture.Picture;
import dev.flotilla.app.desktop.shell.WorkspaceWindow;
import dev.flotilla.app.desktop.theme.Theme;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.util.Subscription;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Draws the views of the window with the same made-up workspace, names and clock.
@UiTest
class ScreenshotTest {
  private static final String IMPORT =
      """
      {"flags": {
        "checkout-redesign": {"state": "ENABLED", "variants": {"on": true, "off": false},
          "defaultVariant": "on"},
        "checkout.express": {"state": "ENABLED", "variants": {"on": true, "off": false},
          "defaultVariant": "off"},
        "payment.retry-limit": {"state": "ENABLED", "variants": {"careful": 2, "patient": 5},
          "defaultVariant": "careful"},
        "search.synonyms": {"state": "DISABLED", "variants": {"none": "", "basic": "basic"},
          "defaultVariant": "basic"}}}
      """;

  @BeforeAll
  static void start() throws Exception {
    UiTest.Fx.start();
  }

  @Test
  void theChooser() throws Exception {
    draw("chooser", ThemeChoice.LIGHT, chooser());
    draw("chooser-dark", ThemeChoice.DARK, chooser());
  }

  @Test
  void theFlagTable() throws Exception {
    draw("flags", ThemeChoice.LIGHT, CheckoutTeam.calm(), _ -> {});
    draw("flags-dark", ThemeChoice.DARK, CheckoutTeam.calm(), _ -> {});
    SketchWorkspace crowded = CheckoutTeam.crowded(10_000);
    draw("flags-crowded", ThemeChoice.LIGHT, crowded, _ -> {});
    Pictures.draw("flags-crowded-large", ThemeChoice.DARK, Pictures.Size.LARGE, crowded, _ -> {});
    draw("flags-empty", ThemeChoice.LIGHT, new SketchWorkspace("Checkout"), _ -> {});
  }

  @Test
  void theEditor() throws Exception {
    draw(
        "editor",
        ThemeChoice.LIGHT,
        CheckoutTeam.calm(),
        window -> window.openFlag("checkout-redesign"));
    draw(
        "editor-dark",
        ThemeChoice.DARK,
        CheckoutTeam.calm(),
        window -> window.openFlag("search.ranking"));
  }

  @Test
  void aConflictInTheSidePanel() throws Exception {
    draw("conflict", ThemeChoice.LIGHT, CheckoutTeam.inConflict(), WorkspaceWindow::showConflicts);
    draw(
        "conflict-dark",
        ThemeChoice.DARK,
        CheckoutTeam.inConflict(),
        WorkspaceWindow::showConflicts);
  }

  @Test
  void thePeers() throws Exception {
    draw("peers", ThemeChoice.LIGHT, CheckoutTeam.inConflict(), WorkspaceWindow::showPeers);
  }

  @Test
  void theWarnings() throws Exception {
    draw("alarms", ThemeChoice.LIGHT, CheckoutTeam.warned(), _ -> {});
    draw(
        "alarms-dark",
        ThemeChoice.DARK,
        CheckoutTeam.warned(),
        window -> window.openFlag("checkout-redesign"));
  }

  @Test
  void aWorkspaceThatIsStillLoading() throws Exception {
    draw("loading", ThemeChoice.LIGHT, CheckoutTeam.loading(), _ -> {});
  }

  @Test
  void thePreviewOfAnImport() throws Exception {
    Path file = Files.createDirectories(Pictures.TARGET).resolve("checkout.flagd.json");
    Files.writeString(file, IMPORT);
    draw(
        "import",
        ThemeChoice.LIGHT,
        CheckoutTeam.calm(),
        window -> window.transfer().showImport(file, Runnable::run));
  }

  @Test
  void theInvitationAndTheDialogForANewFlag() throws Exception {
    draw("invite", ThemeChoice.LIGHT, CheckoutTeam.calm(), ScreenshotTest::invite);
    draw("new-flag", ThemeChoice.DARK, CheckoutTeam.calm(), WorkspaceWindow::newFlag);
  }

  private static void invite(WorkspaceWindow window) {
    window.invite();
    window.applyCss();
    ((Button) window.lookup("#invite-create")).fire();
  }

  private static void draw(
      String name, ThemeChoice choice, SketchWorkspace sketch, Consumer<WorkspaceWindow> prepare)
      throws Exception {
    Pictures.draw(name, choice, sketch, prepare);
  }

  private static void draw(String name, ThemeChoice choice, Callable chooser) throws Exception {
    Pictures.write(name, UiTest.Fx.get(() -> Picture.of(chooser.make(), new Theme(choice))));
  }

  private interface Callable {
    Parent make();
  }

  private static Callable chooser() {
    return () ->
        new ChooserView(
            new ChooserViewModel(
                new TwoWorkspaces(), new UiBridge(Runnable::run), Sketches.TEXTS, _ -> {}),
            Sketches.TEXTS);
  }

  private static final class TwoWorkspaces implements WorkspaceShelf {
    @Override
    public String deviceName() {
      return "Ana’s laptop";
    }

    @Override
    public List<Entry> entries() {
      return List.of(
          new Entry("1", "Checkout", 8, 3), new Entry("2", "Platform experiments", 42, 5));
    }

    @Override
    public Subscription onChange(Runnable listener) {
      return Subscription.EMPTY;
    }

    @Override
    public CompletionStage<Outcome> create(String name, List<String> environments) {
      return new CompletableFuture<>();
    }

    @Override
    public Pasted read(String invitation) {
      return new Pasted.Wrong("");
    }

    @Override
    public CompletionStage<Outcome> join(String invitation) {
      return new CompletableFuture<>();
    }
  }
}
