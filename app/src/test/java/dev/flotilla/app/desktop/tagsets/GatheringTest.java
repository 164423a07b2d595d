package dev.flotilla.app.desktop.tagsets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GatheringTest {
  @Test
  void tagsStandInLinesOrBetweenSeparators() {
    Gathered found = Gathering.of("\uFEFFa\n\"b\", c ;d\te\r\n\n  f  \n,,\n", "A tag", _ -> false);

    assertThat(found.fresh()).containsExactly("a", "b", "c", "d", "e", "f");
    assertThat(found.repeated() + found.present() + found.unfit()).isZero();
  }

  @Test
  void whatIsThereRepeatedOrUnfitIsCounted() {
    String tooLong = "x".repeat(600);

    Gathered found = Gathering.of("a\nb\na\n" + tooLong + "\nb", "A tag", Set.of("a")::contains);

    assertThat(found.fresh()).containsExactly("b");
    assertThat(found.present()).isEqualTo(1);
    assertThat(found.repeated()).isEqualTo(2);
    assertThat(found.unfit()).isEqualTo(1);
    assertThat(found.examples())
        .containsExactly(new Gathered.Unfit(4, "A tag is longer than 512 bytes."));
  }

  @Test
  void aSearchFindsWhatAnOrdinaryOneFinds() {
    var random = new SplittableRandom(11);
    List<String> members =
        IntStream.range(0, 3000)
            .mapToObj(n -> Integer.toString(random.nextInt(1 << 20), 4) + (n % 3 == 0 ? "Ü" : "x"))
            .sorted()
            .toList();
    var index = new MemberIndex(members);
    for (String query : List.of("", "1", "ü", "X", "321", "3210", "0x", "nothing", "00000000000")) {
      var expected =
          members.stream()
              .filter(member ->
                  member.toLowerCase(Locale.ROOT).contains(query.toLowerCase(Locale.ROOT)))
              .toList();

      assertThat(index.containing(query)).as(query).isEqualTo(expected);
    }
    assertThat(new MemberIndex(List.of()).containing("a")).isEmpty();
  }
}
