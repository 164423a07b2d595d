package dev.flotilla.app.desktop.counters;

import dev.flotilla.app.desktop.CheckoutTeam;
import dev.flotilla.app.desktop.Pictures;
import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.UiTest;
import dev.flotilla.app.desktop.page.Section;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.Edit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@UiTest
class CountersPicturesTest {
  @BeforeAll
  static void start() throws Exception {
    UiTest.Fx.start();
  }

  @Test
  void drawsCountersInBothThemes() throws Exception {
    for (ThemeChoice theme : new ThemeChoice[] {ThemeChoice.LIGHT, ThemeChoice.DARK}) {
      String name = theme == ThemeChoice.LIGHT ? "counters" : "counters-dark";
      Pictures.draw(name, theme, counted(), window -> window.show(Section.COUNTERS));
    }
    Pictures.draw(
        "counters-large",
        ThemeChoice.LIGHT,
        Pictures.Size.LARGE,
        counted(),
        window -> window.show(Section.COUNTERS));
  }

  @Test
  void drawsCountersBesideAPanel() throws Exception {
    Pictures.draw(
        "counters-narrow",
        ThemeChoice.LIGHT,
        counted(),
        window -> {
          window.show(Section.COUNTERS);
          window.showPeers();
        });
  }

  @Test
  void drawsAWorkspaceWithoutCounters() throws Exception {
    Pictures.draw(
        "counters-empty",
        ThemeChoice.LIGHT,
        CheckoutTeam.typical(),
        window -> window.show(Section.COUNTERS));
  }

  static SketchWorkspace counted() {
    SketchWorkspace sketch = CheckoutTeam.typical();
    create(sketch, "deployments", "Since January, all environments");
    create(sketch, "incidents", "Sev 1 and 2");
    create(sketch, "machines-on-3.4", "Switched over so far");
    create(sketch, "support-calls", "");
    add(sketch, SketchWorkspace.ANA, "deployments", 312);
    add(sketch, SketchWorkspace.BEN, "deployments", 120);
    add(sketch, SketchWorkspace.CHEN, "deployments", 852);
    add(sketch, SketchWorkspace.BEN, "incidents", 7);
    add(sketch, SketchWorkspace.ANA, "machines-on-3.4", 1_000_024);
    add(sketch, SketchWorkspace.CHEN, "machines-on-3.4", -17);
    add(sketch, SketchWorkspace.BEN, "support-calls", -3);
    return sketch;
  }

  private static void create(SketchWorkspace sketch, String key, String description) {
    sketch.edit(SketchWorkspace.ANA, new Edit.CreateCounter(key, description));
  }

  private static void add(SketchWorkspace sketch, ReplicaId who, String key, long amount) {
    sketch.edit(who, new Edit.AddToCounter(key, amount));
  }
}
