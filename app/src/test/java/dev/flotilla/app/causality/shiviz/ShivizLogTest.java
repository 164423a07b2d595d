package dev.flotilla.app.causality.shiviz;

import static dev.flotilla.app.causality.shiviz.ShivizLog.Form.ONE_LINE;
import static dev.flotilla.app.causality.shiviz.ShivizLog.Form.TWO_LINES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.Event;
import dev.flotilla.app.causality.MadeHistories;
import dev.flotilla.app.causality.shiviz.ReadByShiviz.Logged;
import dev.flotilla.app.causality.shiviz.ShivizLog.Form;
import dev.flotilla.app.desktop.ApartTeam;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShivizLogTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void clocksAreValidAndOrderEventsAsTheHistoryDoes(long seed) {
    CausalHistory history = CausalHistory.of(MadeHistories.of(seed, 5, 120, 0.4));

    for (Form form : Form.values()) {
      checkOrder(history, _ -> true, form);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void whatIsLeftOutIsNotCounted(long seed) {
    CausalHistory history = CausalHistory.of(MadeHistories.of(seed, 5, 120, 0.4));
    IntPredicate some = index -> history.event(index).number() % 3 == 0 && history.lane(index) != 1;

    checkOrder(history, some, ONE_LINE);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void clocksAreValidWhereOldChangesAreNotLoaded(long seed) {
    List<Event> events = MadeHistories.of(seed, 5, 150, 0.4);

    checkOrder(CausalHistory.of(events.subList(60, 150)), _ -> true, ONE_LINE);
  }

  @Test
  void anEventIsOneLineWithHostAndClockFirst() {
    List<String> lines = lines(morning(), ONE_LINE);

    assertThat(lines).hasSize(morning().size() + 2);
    assertThat(lines.getFirst()).isEqualTo("(?<host>\\S*) (?<clock>{.*}) (?<event>.*)");
    assertThat(lines.get(1)).isEmpty();
    assertThat(lines.get(2)).startsWith("Ana’s-laptop {\"Ana’s-laptop\":1} ");
    assertThat(lines.getLast()).startsWith("Build-server {").contains("\"Studio-Mac\":3");
  }

  @Test
  void theOwnExpressionOfShivizFindsEveryHostAndClockOfBothForms() {
    CausalHistory history = morning();
    List<Logged> own = ReadByShiviz.file(file(history, ONE_LINE));

    for (Form form : Form.values()) {
      List<Logged> found = ReadByShiviz.parsed(file(history, form), ReadByShiviz.DEFAULT);

      ReadByShiviz.checkClocks(found);
      assertThat(found).extracting(Logged::host).isEqualTo(own.stream().map(Logged::host).toList());
      assertThat(found)
          .extracting(Logged::clock)
          .isEqualTo(own.stream().map(Logged::clock).toList());
    }
    assertThat(ReadByShiviz.file(file(history, TWO_LINES))).isEqualTo(own);
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void nothingInAMessageIsTakenForAClock(Form form) {
    CausalHistory history = morning();
    String words = "{\"a\":1}\nb {\"b\":\t2} \u2028 c";

    String file = String.join("\n", ShivizLog.lines(history, _ -> true, _ -> words, form));

    List<Logged> found = ReadByShiviz.file(file);
    ReadByShiviz.checkClocks(found);
    assertThat(found).hasSize(history.size());
    assertThat(found.getFirst().event()).startsWith("(\"a\":1) b (\"b\": 2) c [#1, ");
  }

  @Test
  void machinesOfOneNameAndStrangeNamesHaveHostsOfTheirOwn() {
    List<String> names =
        List.of("Studio Mac", "studio mac", "Studio Mac", "constructor", "{}", "  ", "Büro 2");
    List<dev.flotilla.app.causality.Lane> lanes =
        IntStream.range(0, names.size())
            .mapToObj(
                i -> new dev.flotilla.app.causality.Lane(MadeHistories.replica(i), names.get(i), 1))
            .toList();

    List<String> hosts = Hosts.of(lanes);

    assertThat(hosts)
        .containsExactly(
            "Studio-Mac",
            "studio-mac-2",
            "Studio-Mac-3",
            "constructor-2",
            "machine",
            "machine-2",
            "Büro-2");
    assertThat(Set.copyOf(hosts)).hasSameSizeAs(hosts);
  }

  private static void checkOrder(CausalHistory history, IntPredicate chosen, Form form) {
    String file =
        String.join("\n", ShivizLog.lines(history, chosen, event -> "" + event.ref(), form));
    List<Integer> written = IntStream.range(0, history.size()).filter(chosen).boxed().toList();

    List<Logged> log = ReadByShiviz.file(file);

    ReadByShiviz.checkClocks(log);
    assertThat(log).hasSameSizeAs(written);
    for (int one = 0; one < log.size(); one++) {
      assertThat(log.get(one).event()).startsWith("" + history.event(written.get(one)).ref());
      for (int other = 0; other < log.size(); other++) {
        assertThat(log.get(one).isBefore(log.get(other)))
            .isEqualTo(history.isBefore(written.get(one), written.get(other)));
      }
    }
  }

  private static CausalHistory morning() {
    return CausalHistory.of(ApartTeam.morning().log().stream().map(Event::of).toList());
  }

  private static List<String> lines(CausalHistory history, Form form) {
    return ShivizLog.lines(history, _ -> true, Event::message, form);
  }

  private static String file(CausalHistory history, Form form) {
    return String.join("\n", lines(history, form)) + "\n";
  }
}
