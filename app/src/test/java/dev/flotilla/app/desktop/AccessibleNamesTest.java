package dev.flotilla.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.page.Section;
import dev.flotilla.app.desktop.shell.WorkspaceWindow;
import dev.flotilla.app.desktop.theme.Theme;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything that can be used has an id for tests and a name that a screen reader can say.
@UiTest
class AccessibleNamesTest {
  private static final String FLAGS =
      """
      {"flags": {"welcome": {"state": "DISABLED", "variants": {"on": true, "off": false},
        "defaultVariant": "off"}}}
      """;

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws Exception {
    UiTest.Fx.start();
  }

  @Test
  void everyControlOfEveryViewHasAnIdAndAName() throws Exception {
    assertThat(nameless(_ -> {})).isEmpty();
    assertThat(nameless(window -> window.openFlag("checkout-redesign"))).isEmpty();
    assertThat(nameless(window -> window.openFlag("search.ranking"))).isEmpty();
    assertThat(nameless(window -> window.editFlag("checkout-redesign"))).isEmpty();
    assertThat(nameless(window -> window.editFlag("search.ranking"))).isEmpty();
    assertThat(nameless(WorkspaceWindow::showConflicts)).isEmpty();
    assertThat(nameless(WorkspaceWindow::showPeers)).isEmpty();
    assertThat(nameless(WorkspaceWindow::showTagSets)).isEmpty();
    assertThat(nameless(AccessibleNamesTest::countSomething)).isEmpty();
    assertThat(nameless(WorkspaceWindow::showHistory)).isEmpty();
    assertThat(nameless(window -> causality(window, "machines"))).isEmpty();
    assertThat(nameless(AccessibleNamesTest::seen)).isEmpty();
    assertThat(nameless(window -> causality(window, "merge"))).isEmpty();
    assertThat(nameless(AccessibleNamesTest::readTheJournal)).isEmpty();
    assertThat(nameless(AccessibleNamesTest::seeThePast)).isEmpty();
    assertThat(nameless(AccessibleNamesTest::restore)).isEmpty();
    assertThat(nameless(AccessibleNamesTest::rehearse)).isEmpty();
    assertThat(nameless(WorkspaceWindow::newFlag)).isEmpty();
    assertThat(nameless(WorkspaceWindow::invite)).isEmpty();
    assertThat(nameless(WorkspaceWindow::showSettings)).isEmpty();
    assertThat(nameless(WorkspaceWindow::showHelp)).isEmpty();
    assertThat(nameless(WorkspaceWindow::showGuide)).isEmpty();
    assertThat(nameless(WorkspaceWindow::showHistory)).isEmpty();
    assertThat(nameless(window -> window.show(Section.COUNTERS))).isEmpty();
    assertThat(nameless(window -> window.commands().run("palette"))).isEmpty();
  }

  @Test
  void everyRowOfEveryListSaysWhatIsSeenInIt() throws Exception {
    assertThat(unspoken(_ -> {})).isEmpty();
    assertThat(unspoken(window -> window.openFlag("checkout-redesign"))).isEmpty();
    assertThat(unspoken(WorkspaceWindow::showConflicts)).isEmpty();
    assertThat(unspoken(WorkspaceWindow::showPeers)).isEmpty();
    assertThat(unspoken(WorkspaceWindow::showTagSets)).isEmpty();
    assertThat(unspoken(AccessibleNamesTest::countSomething)).isEmpty();
    assertThat(unspoken(WorkspaceWindow::showHistory)).isEmpty();
    assertThat(unspoken(window -> window.commands().run("palette"))).isEmpty();
    Path file = Files.writeString(folder.resolve("flags.json"), FLAGS);
    assertThat(unspoken(window -> window.transfer().showImport(file, Runnable::run))).isEmpty();
  }

  static void readTheJournal(WorkspaceWindow window) {
    window.showInbox();
    ((ButtonBase) window.lookup("#inbox-tab-journal")).fire();
  }

  private static void seen(WorkspaceWindow window) {
    window.openFlag("checkout-redesign");
    window.showFlagSeen();
  }

  private static void countSomething(WorkspaceWindow window) {
    window.show(Section.COUNTERS);
    ((TextInputControl) window.lookup("#counter-new-name")).setText("deployments");
    ((ButtonBase) window.lookup("#counter-create")).fire();
  }

  private static void seeThePast(WorkspaceWindow window) {
    window.showHistory();
    window.commands().run("history-see");
    window.openFlag("checkout-redesign");
    window.showFlagHistory();
  }

  private static void rehearse(WorkspaceWindow window) {
    window.showCausality();
    ((ButtonBase) window.lookup("#causality-rehearsal")).fire();
    ((ButtonBase) window.lookup("#rehearsal-course")).fire();
  }

  private static void restore(WorkspaceWindow window) {
    window.showHistory();
    window.commands().run("history-restore");
  }

  private static void causality(WorkspaceWindow window, String view) {
    window.showCausality();
    ((ToggleButton) window.lookup("#causality-" + view)).fire();
  }

  private static List<String> nameless(Consumer<WorkspaceWindow> prepare) throws Exception {
    return found(prepare, AccessibleNamesTest::collect);
  }

  private static List<String> unspoken(Consumer<WorkspaceWindow> prepare) throws Exception {
    return found(
        prepare,
        (window, found) -> {
          SpokenRows.collect(window, found);
          if (SpokenRows.count(window) == 0) {
            found.add("no rows at all");
          }
        });
  }

  private static List<String> found(
      Consumer<WorkspaceWindow> prepare, BiConsumer<Node, List<String>> collector)
      throws Exception {
    return UiTest.Fx.get(() -> {
      Theme theme = new Theme(ThemeChoice.LIGHT);
      try (WorkspaceWindow window =
          new WorkspaceWindow(
              Sketches.model(CheckoutTeam.inConflict()), Sketches.desk(theme), () -> {})) {
        Scene scene = new Scene(window, 1000, 720);
        var dressed = theme.dress(scene);
        window.applyCss();
        window.layout();
        prepare.accept(window);
        window.applyCss();
        window.layout();
        List<String> found = new ArrayList<>();
        collector.accept(window, found);
        dressed.unsubscribe();
        return found;
      }
    });
  }

  private static void collect(Node node, List<String> found) {
    // The field inside of a box that can be typed into is read with the name of the box.
    boolean inner =
        node.getParent() instanceof ComboBoxBase<?> || node.getParent() instanceof Spinner<?>;
    if (isControl(node)
        && !inner
        && node.getStyleClass().stream().noneMatch("arrow-button"::equals)) {
      String name = node.getAccessibleText();
      if (node.getId() == null || name == null || name.isBlank()) {
        found.add(node.getClass().getSimpleName() + " id=" + node.getId() + " name=" + name);
      }
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
    }
  }

  private static boolean isControl(Node node) {
    return node instanceof ButtonBase
        || node instanceof TextInputControl
        || node instanceof ComboBoxBase<?>
        || node instanceof TableView<?>;
  }
}
