package dev.flotilla.crdt.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.flotilla.crdt.CausalContext;
import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.Limits;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.time.HybridTimestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SiblingRegisterTest {

  private static final Dot ADA_1 = new Dot(new ReplicaId(1, 0), 1);
  private static final Dot ADA_2 = ADA_1.next();
  private static final Dot BOB_1 = new Dot(new ReplicaId(2, 0), 1);
  private static final Dot CARL_1 = new Dot(new ReplicaId(3, 0), 1);

  private final SiblingRegister<String> empty = SiblingRegister.empty();

  @Test
  void registerWinnerIsMaximalAndDeterministic() {
    var early = empty.write(CARL_1, at(5), "carl");
    var late = empty.write(ADA_1, at(7), "ada");
    var sameTime = empty.write(BOB_1, at(7), "bob");

    for (var order :
        List.of(
            List.of(early, late, sameTime),
            List.of(sameTime, early, late),
            List.of(late, sameTime, early))) {
      var register = applied(order);

      assertThat(register.siblings()).hasSize(3);
      assertThat(register.winner().orElseThrow().dot()).isEqualTo(BOB_1);
      assertThat(register.value()).contains("bob");
    }
  }

  @Test
  void refusesAValueThatIsTooLarge() {
    var tooLarge = "a".repeat(Limits.VALUE_BYTES_MAX + 1);

    assertThatIllegalArgumentException().isThrownBy(() -> empty.write(ADA_1, at(5), tooLarge));
  }

  @Test
  void farFutureWriteLosesToCausallyLaterWrite() {
    var wrongClock = empty.write(ADA_1, HybridTimestamp.MAX, "pinned").applyTo(empty);

    var later = wrongClock.write(BOB_1, at(10), "free").applyTo(wrongClock);

    assertThat(later.value()).contains("free");
    assertThat(later.siblings()).containsOnlyKeys(BOB_1);
  }

  @Test
  void equalSiblingValuesAreNoConflict() {
    var agreed = applied(List.of(empty.write(ADA_1, at(1), "on"), empty.write(BOB_1, at(2), "on")));

    var differing = agreed.join(empty.write(CARL_1, at(3), "off").fragment());

    assertThat(agreed.siblings()).hasSize(2);
    assertThat(agreed.isConflicted()).isFalse();
    assertThat(differing.isConflicted()).isTrue();
    assertThat(empty.isConflicted()).isFalse();
  }

  @Test
  void siblingCountBoundedByConcurrentAuthors() {
    var random = new SplittableRandom(13);
    var registers = new ArrayList<SiblingRegister<String>>();
    var counters = new HashMap<Integer, Dot>();
    for (int author = 0; author < 5; author++) {
      registers.add(empty);
      counters.put(author, new Dot(new ReplicaId(author, 0), 1));
    }

    for (int step = 0; step < 500; step++) {
      int author = random.nextInt(5);
      var mine = registers.get(author);
      var dot = counters.get(author);
      counters.put(author, dot.next());
      registers.set(author, mine.write(dot, at(step), "v" + step).applyTo(mine));
      int from = random.nextInt(5);
      int to = random.nextInt(5);
      registers.set(to, registers.get(to).join(registers.get(from)));

      for (var register : registers) {
        var authors = new HashSet<ReplicaId>();
        register.siblings().keySet().forEach(sibling -> authors.add(sibling.replica()));
        assertThat(register.siblings()).hasSameSizeAs(authors);
      }
    }
  }

  @Test
  void formOpenedBeforeRemoteEditDoesNotKillUnseenValue() {
    var opened = empty.write(ADA_1, at(1), "10 %").applyTo(empty);
    var shownInForm = opened.siblings().keySet();
    var remote = opened.write(BOB_1, at(2), "20 %").applyTo(opened);

    var saved = remote.write(ADA_2, at(3), "30 %", shownInForm);
    var now = saved.applyTo(remote);

    assertThat(saved.fragment().causal().context()).isEqualTo(CausalContext.of(ADA_1, ADA_2));
    assertThat(now.siblings()).containsOnlyKeys(ADA_2, BOB_1);
    assertThat(now.isConflicted()).isTrue();
    assertThat(now.value()).contains("30 %");
  }

  @Test
  void aWriteThatNamesAllSiblingsResolves() {
    var conflicted =
        applied(List.of(empty.write(ADA_1, at(1), "a"), empty.write(BOB_1, at(2), "b")));

    var resolved = conflicted.write(CARL_1, at(0), "a").applyTo(conflicted);

    assertThat(resolved.isConflicted()).isFalse();
    assertThat(resolved.value()).contains("a");
    assertThat(resolved.join(conflicted)).isEqualTo(resolved);
  }

  private SiblingRegister<String> applied(List<Delta<SiblingRegister<String>>> deltas) {
    var register = empty;
    for (var delta : deltas) {
      register = delta.applyTo(register);
    }
    return register;
  }

  private static HybridTimestamp at(long wallMillis) {
    return new HybridTimestamp(wallMillis, 0);
  }
}
