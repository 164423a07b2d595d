package dev.flotilla.app.desktop.live;

import dev.flotilla.app.desktop.CheckoutTeam;
import dev.flotilla.app.desktop.Pictures;
import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.UiTest;
import dev.flotilla.app.desktop.page.Section;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Value;
import dev.flotilla.net.Presence;
import java.util.Locale;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Draws what is seen of others while they work.
@UiTest
class LivePicturesTest {
  private static final EntityId RANKING = EntityId.flag("search.ranking");

  @BeforeAll
  static void start() throws Exception {
    UiTest.Fx.start();
  }

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void aFieldThatIsEditedHereAndElsewhereOffersBoth(ThemeChoice theme) throws Exception {
    SketchWorkspace sketch = CheckoutTeam.typical();
    Pictures.draw(
        "live-overtaken-" + theme.name().toLowerCase(Locale.ROOT),
        theme,
        sketch,
        window -> {
          window.editFlag(RANKING.key());
          window.applyCss();
          window.layout();
          TextInputControl text = (TextInputControl) window.lookup("#editor-description");
          text.requestFocus();
          text.setText("Ranks what sells first, for everybody");
          sketch.edit(
              SketchWorkspace.BEN,
              new Edit.SetField(
                  RANKING, FieldNames.DESCRIPTION, Value.of("Ranks by what people bought before")),
              new Edit.SetField(RANKING, FieldNames.OWNER, Value.of("search-team")));
        });
  }

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void othersAreSeenWhereTheyWork(ThemeChoice theme) throws Exception {
    SketchWorkspace sketch = CheckoutTeam.typical();
    Pictures.draw(
        "live-presence-" + theme.name().toLowerCase(Locale.ROOT),
        theme,
        sketch,
        window -> {
          window.openFlag("cart.cache");
          sketch.present(
              sketch.device(SketchWorkspace.BEN),
              Presence.editing(EntityId.flag("cart.cache"), FieldNames.OWNER));
          sketch.present(
              sketch.device(SketchWorkspace.CHEN), Presence.looking(EntityId.flag("cart.cache")));
          sketch.edit(
              SketchWorkspace.BEN,
              new Edit.SetField(
                  EntityId.flag("cart.retry"), FieldNames.OWNER, Value.of("cart-team")));
          sketch.present(
              sketch.device(SketchWorkspace.CHEN),
              Presence.editing(EntityId.flag("cart.cache"), FieldNames.state("staging")));
          sketch.edit(
              SketchWorkspace.BEN,
              new Edit.SetField(
                  EntityId.flag("cart.cache"), FieldNames.state("production"), Value.of(true)));
        });
  }

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void whatOthersCountAndPutIntoTagSetsGlows(ThemeChoice theme) throws Exception {
    SketchWorkspace sketch = CheckoutTeam.typical();
    sketch.edit(SketchWorkspace.ANA, new Edit.CreateCounter("deployments", "Since January"));
    sketch.edit(SketchWorkspace.ANA, new Edit.CreateCounter("incidents", "Sev 1 and 2"));
    sketch.edit(SketchWorkspace.ANA, new Edit.AddToCounter("deployments", 312));
    sketch.edit(SketchWorkspace.CHEN, new Edit.AddToCounter("incidents", 4));
    EntityId deployments = EntityId.counter("deployments");
    Pictures.draw(
        "live-counters-" + theme.name().toLowerCase(Locale.ROOT),
        theme,
        sketch,
        window -> {
          window.show(Section.COUNTERS);
          sketch.present(
              sketch.device(SketchWorkspace.CHEN),
              Presence.editing(deployments, FieldNames.DESCRIPTION));
          sketch.edit(SketchWorkspace.BEN, new Edit.AddToCounter("deployments", 120));
        });
    EntityId first = sketch.workspace().tagSets().getFirst().id();
    Pictures.draw(
        "live-tag-sets-" + theme.name().toLowerCase(Locale.ROOT),
        theme,
        sketch,
        window -> {
          window.show(Section.TAG_SETS);
          sketch.present(
              sketch.device(SketchWorkspace.BEN), Presence.editing(first, FieldNames.MEMBERS));
          sketch.edit(
              SketchWorkspace.BEN, new Edit.AddElement(first, FieldNames.MEMBERS, "aa-new"));
        });
  }
}
