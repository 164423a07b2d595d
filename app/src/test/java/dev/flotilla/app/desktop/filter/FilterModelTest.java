package dev.flotilla.app.desktop.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.CheckoutTeam;
import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.settings.DesktopSettings;
import dev.flotilla.model.Edit;
import org.junit.jupiter.api.Test;

class FilterModelTest {
  private final SketchWorkspace sketch = CheckoutTeam.calm();
  private final FilterModel filter =
      new FilterModel(Sketches.model(sketch), Sketches.TEXTS, Sketches.moments());

  @Test
  void whatIsNotUnderstoodIsSaidInASentence() {
    filter.queryProperty().set("env:qa=on");

    assertThat(filter.problemProperty().get()).isEqualTo("There is no environment “qa”.");

    sketch.edit(SketchWorkspace.BEN, new Edit.CreateEnvironment("qa", 3));

    assertThat(filter.problemProperty().get()).isEmpty();
  }

  @Test
  void anEditThatCannotChangeTheAnswerKeepsTheFilter() {
    filter.queryProperty().set("tag:checkout");
    FlagFilter before = filter.filterProperty().get();

    sketch.edit(SketchWorkspace.BEN, Edit.tag("payment.stop", "checkout"));

    assertThat(filter.filterProperty().get()).isSameAs(before);
  }

  @Test
  void termsAreAddedAndTakenAwayByTheMenu() {
    filter.queryProperty().set("banner");

    filter.toggle("stale");
    filter.toggle("env:production=on");
    assertThat(filter.queryProperty().get()).isEqualTo("banner stale env:production=on ");
    assertThat(filter.has("stale")).isTrue();

    filter.toggle("stale");
    assertThat(filter.queryProperty().get()).isEqualTo("banner env:production=on");
  }

  @Test
  void suggestionsKnowTheNewestTags() {
    filter.queryProperty().set("tag:fri");
    assertThat(filter.suggestions(7)).isEmpty();

    sketch.edit(SketchWorkspace.BEN, Edit.tag("payment.stop", "friday"));

    assertThat(filter.suggestions(7)).extracting(Suggestion::label).containsExactly("friday");
  }

  @Test
  void savedViewsAreThereAgainAndAreReplacedByName() {
    DesktopSettings settings = DesktopSettings.forgetful();
    SavedViews views = new SavedViews(settings, "w");
    views.save("Risky", "set:Risk ");
    views.save("Mine", "by:me changed:<7d");
    views.save("Risky", "set:Risk env:production=on");
    views.move(views.views().get(1), 0);

    assertThat(new SavedViews(settings, "w").views())
        .containsExactly(
            new SavedViews.View("Mine", "by:me changed:<7d"),
            new SavedViews.View("Risky", "set:Risk env:production=on"));
    assertThat(new SavedViews(settings, "other").views()).isEmpty();

    settings.set("views.w", "[{");
    assertThat(new SavedViews(settings, "w").views()).isEmpty();
  }
}
