package dev.flotilla.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.crdt.delivery.CausalBuffer;
import dev.flotilla.crdt.delivery.Envelope;
import dev.flotilla.crdt.delivery.Receipt;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

class CausalDeliveryTest {

  private static final int REPLICAS = 4;
  private static final int OPERATIONS = 60;

  @Seeded(200)
  void anyArrivalOrderWithDuplicatesDeliversEachOnceInCausalOrder(long seed) {
    var random = new SplittableRandom(seed);
    var sent = history(random);

    var delivered = CausalDelivery.inSomeCausalOrder(sent, random);

    assertThat(delivered).doesNotHaveDuplicates().hasSameSizeAs(sent);
    var seen = VersionVector.EMPTY;
    for (int index : delivered) {
      var envelope = sent.get(index);
      assertThat(seen.dominates(envelope.dependencies()))
          .as("%s after %s", envelope, seen)
          .isTrue();
      seen = seen.with(envelope.dot().replica(), envelope.dot().counter());
    }
  }

  /// What a small buffer refuses comes again in the next round: it must get through in the end, for
  /// there is always an operation that waits for nothing.
  @Seeded(200)
  void aBufferNeverHoldsMoreThanItsCapacityAndStillDeliversAll(long seed) {
    var random = new SplittableRandom(seed);
    var sent = history(random);
    int capacity = random.nextInt(4);

    var delivered = new HashSet<Integer>();
    CausalBuffer<Integer> buffer = CausalBuffer.after(VersionVector.EMPTY, capacity);
    int rounds = 0;
    while (delivered.size() < sent.size()) {
      for (var envelope : Samples.shuffled(random, sent)) {
        var receipt = buffer.receive(envelope);
        if (receipt instanceof Receipt.Delivered<Integer>(var next, var payloads)) {
          buffer = next;
          payloads.forEach(index -> assertThat(delivered.add(index)).isTrue());
        } else if (receipt instanceof Receipt.Held<Integer>(var next)) {
          buffer = next;
        }
        assertThat(buffer.size()).isLessThanOrEqualTo(capacity);
      }
      assertThat(++rounds).isLessThanOrEqualTo(sent.size());
    }

    assertThat(buffer.size()).isZero();
    assertThat(buffer.missing()).isEmpty();
  }

  /// Somebody who asks only for what the buffer says is missing gets everything.
  @Seeded(50)
  void askingForWhatIsMissingIsEnough(long seed) {
    var random = new SplittableRandom(seed);
    var sent = history(random);
    CausalBuffer<Integer> buffer = CausalBuffer.after(VersionVector.EMPTY, sent.size());

    buffer = buffer(buffer, sent.getLast());
    while (!buffer.missing().isEmpty()) {
      var wanted = buffer.missing().first();
      buffer = buffer(buffer, sent.stream().filter(e -> e.dot().equals(wanted)).findFirst().get());
    }

    assertThat(buffer.delivered().dominates(sent.getLast().dependencies())).isTrue();
    assertThat(buffer.size()).isZero();
  }

  @Seeded(1)
  void whatIsNeverDeliveredIsToldByTheTest(long seed) {
    var sent = history(new SplittableRandom(seed));
    var withoutFirst = sent.subList(1, sent.size());

    assertThatThrownBy(
            () -> CausalDelivery.inSomeCausalOrder(withoutFirst, new SplittableRandom(seed)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("missing: [" + sent.getFirst().dot());
  }

  private static CausalBuffer<Integer> buffer(
      CausalBuffer<Integer> before, Envelope<Integer> envelope) {
    return switch (before.receive(envelope)) {
      case Receipt.Delivered<Integer>(var next, _) -> next;
      case Receipt.Held<Integer>(var next) -> next;
      case Receipt.Duplicate<Integer> _, Receipt.Full<Integer> _, Receipt.Malformed<Integer> _ ->
          throw new AssertionError("not taken: " + envelope);
    };
  }

  /// Operations of a few replicas, which carry their index.
  private static List<Envelope<Integer>> history(RandomGenerator random) {
    var seen = new ArrayList<VersionVector>();
    for (int replica = 0; replica < REPLICAS; replica++) {
      seen.add(VersionVector.EMPTY);
    }
    var sent = new ArrayList<Envelope<Integer>>();
    while (sent.size() < OPERATIONS) {
      int replica = random.nextInt(REPLICAS);
      int from = random.nextInt(REPLICAS);
      seen.set(replica, seen.get(replica).join(seen.get(from)));
      var id = Samples.replica(replica);
      var dot = new Dot(id, seen.get(replica).get(id) + 1);
      sent.add(new Envelope<>(dot, seen.get(replica), sent.size()));
      seen.set(replica, seen.get(replica).with(id, dot.counter()));
    }
    return sent;
  }
}
