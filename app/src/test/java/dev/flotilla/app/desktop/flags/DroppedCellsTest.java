package dev.flotilla.app.desktop.flags;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.CheckoutTeam;
import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.UiTest;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.shell.WorkspaceWindow;
import dev.flotilla.app.desktop.theme.Theme;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Tables make cells anew and drop the old ones. Those listened to the model, the presences and the
/// picked rows, and so were kept, with all that they show, until the window closed.
@UiTest
class DroppedCellsTest {
  private static final int TIMES = 20;

  private final List<WeakReference<Node>> seen = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    UiTest.Fx.start();
  }

  @Test
  void whatTheTableHasDroppedNobodyKeeps() throws Exception {
    SketchWorkspace sketch = CheckoutTeam.typical();
    WorkspaceModel model = UiTest.Fx.get(() -> Sketches.model(sketch));
    Theme theme = UiTest.Fx.get(() -> new Theme(ThemeChoice.LIGHT));
    WorkspaceWindow window =
        UiTest.Fx.get(() -> new WorkspaceWindow(model, Sketches.desk(theme), () -> {}));
    TableView<?> table =
        UiTest.Fx.get(() -> {
          Scene scene = new Scene(theme.zoomed(window), 1280, 800);
          layOut(scene);
          return (TableView<?>) Objects.requireNonNull(window.lookup(".table-view"));
        });

    int first = UiTest.Fx.get(() -> note(table));
    for (int time = 0; time < TIMES; time++) {
      UiTest.Fx.get(() -> {
        makeAnew(table);
        layOut(table.getScene());
        return note(table);
      });
    }

    assertThat(seen).hasSizeGreaterThan(first * 3);
    assertThat(kept()).isLessThan(first * 3L);
  }

  private static <T> void makeAnew(TableView<T> table) {
    var rows = table.getRowFactory();
    table.setRowFactory(view -> rows.call(view));
  }

  private static void layOut(Scene scene) {
    scene.getRoot().applyCss();
    scene.getRoot().layout();
  }

  /// How many cells there are just now.
  private int note(TableView<?> table) {
    var cells = table.lookupAll(".cell").stream().filter(IndexedCell.class::isInstance).toList();
    cells.forEach(cell -> seen.add(new WeakReference<>(cell)));
    return cells.size();
  }

  private long kept() {
    long kept = Long.MAX_VALUE;
    for (int round = 0; round < 5; round++) {
      System.gc();
      kept = seen.stream().map(WeakReference::get).filter(Objects::nonNull).distinct().count();
    }
    return kept;
  }
}
