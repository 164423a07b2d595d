package dev.flotilla.app.desktop.causality.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.causality.Apart;
import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.Episodes;
import dev.flotilla.app.causality.Event;
import dev.flotilla.app.desktop.ApartTeam;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.text.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ApartWordsTest {
  private final CausalHistory history =
      CausalHistory.of(ApartTeam.morning().log().stream().map(Event::of).toList());
  private final Apart apart = Episodes.of(history, Duration.ofMinutes(10)).getFirst();

  @Test
  void theLineNamesTheSmallerSideAndCountsBoth() {
    assertThat(words(Sketches.TEXTS).line(apart))
        .isEqualTo(
            "Packing line 2 and Studio Mac were apart: 4 changes here, 4 there, neither side saw"
                + " the other’s");
    assertThat(words(new Texts(Locale.GERMAN)).line(apart))
        .isEqualTo(
            "Packing line 2 und Studio Mac waren getrennt: 4 Änderungen hier, 4 dort, keine Seite"
                + " sah die der anderen");
  }

  @Test
  void theSentencesSayWhoDidHowMuchAndWhoBroughtThemTogether() {
    assertThat(words(Sketches.TEXTS).sentences(apart))
        .containsExactly(
            "From 5:30\u202fAM to 6:20\u202fAM, two groups of machines made changes without hearing"
                + " of each other:",
            "Ana’s laptop, Ben’s desktop and Build server: 4 changes",
            "Packing line 2 and Studio Mac: 4 changes",
            "#5 of Ben’s desktop (7:30\u202fAM) was the first change that had seen more than one"
                + " side.");
    assertThat(words(Sketches.TEXTS).title(apart)).isEqualTo("5:30\u202fAM – 6:20\u202fAM");
  }

  // "Ana was apart" left open from whom, and "Ana and Ben were apart" names one side elsewhere.
  @Test
  void twoMachinesAreApartFromEachOther() {
    Apart.Side ana = new Apart.Side(List.of(0), List.of(4), apart.from(), apart.from());
    Apart.Side ben =
        new Apart.Side(List.of(1), List.of(5, 6), apart.from(), apart.from().plusSeconds(1));
    Apart two = new Apart(List.of(ana, ben), -1, -1);

    assertThat(words(Sketches.TEXTS).line(two))
        .isEqualTo(
            "Ana’s laptop and Ben’s desktop were apart from each other: 1 change here, 2 there,"
                + " neither saw the other’s");
    assertThat(words(Sketches.TEXTS).title(two)).isEqualTo("5:30\u202fAM");
  }

  @Test
  void whoHasNotMetYetIsSaidSo() {
    CausalHistory begun = CausalHistory.of(history.events().subList(0, 20));
    Apart open = Episodes.of(begun, Duration.ofMinutes(10)).getLast();

    assertThat(open.meeting()).isEmpty();
    ApartWords words =
        new ApartWords(
            Sketches.TEXTS,
            Sketches.moments(),
            new EventWords(Sketches.TEXTS, Sketches.moments(), begun, Event::message));
    assertThat(words.sentences(open)).endsWith("No change has seen more than one side yet.");
  }

  @Test
  void manyGroupsAreCounted() {
    Apart.Side side = apart.sides().getFirst();
    Apart three = new Apart(List.of(side, apart.sides().getLast(), side), -1, -1);

    assertThat(words(Sketches.TEXTS).line(three))
        .isEqualTo("3 groups of machines were apart: 4, 4 and 4 changes, nobody saw the others’");
  }

  private ApartWords words(Texts texts) {
    return new ApartWords(
        texts,
        Sketches.moments(),
        new EventWords(texts, Sketches.moments(), history, Event::message));
  }
}
