package dev.flotilla.crdt.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import java.util.List;
import org.junit.jupiter.api.Test;

class CausalBufferTest {

  private static final ReplicaId ADA = new ReplicaId(1, 0);
  private static final ReplicaId BOB = new ReplicaId(2, 0);
  private static final ReplicaId CY = new ReplicaId(3, 0);

  private static final Envelope<String> ADA_1 = envelope(ADA, 1, VersionVector.EMPTY);
  private static final Envelope<String> ADA_2 = envelope(ADA, 2, seen(ADA, 1));
  private static final Envelope<String> BOB_1 = envelope(BOB, 1, seen(ADA, 2));
  private static final Envelope<String> CY_1 = envelope(CY, 1, seen(ADA, 1).with(BOB, 1));

  @Test
  void anOperationWhoseDependenciesAreThereIsDeliveredAtOnce() {
    var receipt = empty(0).receive(ADA_1);

    assertThat(payloads(receipt)).containsExactly("ADA 1");
    assertThat(buffer(receipt).delivered()).isEqualTo(seen(ADA, 1));
    assertThat(buffer(receipt).size()).isZero();
  }

  @Test
  void anEarlyOperationWaitsForItsDependencies() {
    var held = empty(9).receive(BOB_1);

    assertThat(held).isInstanceOf(Receipt.Held.class);
    assertThat(buffer(held).delivered()).isEqualTo(VersionVector.EMPTY);
    assertThat(buffer(held).size()).isEqualTo(1);
  }

  @Test
  void theLastMissingDependencySetsFreeAllThatWaited() {
    var buffer = received(empty(9), CY_1, BOB_1, ADA_2);

    var receipt = buffer.receive(ADA_1);

    assertThat(payloads(receipt)).containsExactly("ADA 1", "ADA 2", "BOB 1", "CY 1");
    assertThat(buffer(receipt).size()).isZero();
    assertThat(buffer(receipt).missing()).isEmpty();
  }

  @Test
  void anOperationWaitsForThePreviousOneOfItsAuthorEvenIfItDoesNotSaySo() {
    var second = envelope(ADA, 2, VersionVector.EMPTY);

    var held = empty(9).receive(second);

    assertThat(held).isInstanceOf(Receipt.Held.class);
    assertThat(payloads(buffer(held).receive(ADA_1))).containsExactly("ADA 1", "ADA 2");
  }

  @Test
  void whatIsSetFreeAtOnceComesInTheOrderOfTheDots() {
    var bob = envelope(BOB, 1, seen(ADA, 1));
    var cy = envelope(CY, 1, seen(ADA, 1));

    assertThat(payloads(received(empty(9), bob, cy).receive(ADA_1)))
        .isEqualTo(payloads(received(empty(9), cy, bob).receive(ADA_1)))
        .containsExactly("ADA 1", "BOB 1", "CY 1");
  }

  @Test
  void aDeliveredOperationIsADuplicate() {
    var buffer = received(empty(9), ADA_1);

    assertThat(buffer.receive(ADA_1)).isInstanceOf(Receipt.Duplicate.class);
  }

  @Test
  void aHeldOperationIsADuplicate() {
    var buffer = received(empty(1), BOB_1);

    assertThat(buffer.receive(BOB_1)).isInstanceOf(Receipt.Duplicate.class);
  }

  @Test
  void whatASnapshotHasIsADuplicate() {
    CausalBuffer<String> buffer = CausalBuffer.after(seen(ADA, 2), 9);

    assertThat(buffer.receive(ADA_1)).isInstanceOf(Receipt.Duplicate.class);
    assertThat(payloads(buffer.receive(BOB_1))).containsExactly("BOB 1");
  }

  @Test
  void aFullBufferTakesNoMoreEarlyOperationsAndLosesNone() {
    var full = received(empty(2), CY_1, BOB_1);

    assertThat(full.receive(envelope(CY, 2, VersionVector.EMPTY))).isInstanceOf(Receipt.Full.class);
    assertThat(full.size()).isEqualTo(2);
    assertThat(payloads(received(full, ADA_1).receive(ADA_2)))
        .containsExactly("ADA 2", "BOB 1", "CY 1");
  }

  @Test
  void aBufferWithoutRoomStillDeliversWhatIsReady() {
    var buffer = empty(0);

    assertThat(buffer.receive(BOB_1)).isInstanceOf(Receipt.Full.class);
    assertThat(payloads(received(buffer, ADA_1, ADA_2).receive(BOB_1))).containsExactly("BOB 1");
  }

  @Test
  void anOperationThatDependsOnItselfIsMalformed() {
    assertThat(empty(9).receive(envelope(ADA, 1, seen(ADA, 1))))
        .isInstanceOf(Receipt.Malformed.class);
    assertThat(empty(9).receive(envelope(ADA, 1, seen(ADA, Long.MAX_VALUE))))
        .isInstanceOf(Receipt.Malformed.class);
  }

  /// Two authors that each claim to have seen the other's operation are not told from two that came
  /// early: they wait, and take no more room than others.
  @Test
  void operationsThatWaitForEachOtherAreNeverDelivered() {
    var ada = envelope(ADA, 1, seen(BOB, 1));
    var bob = envelope(BOB, 1, seen(ADA, 1));

    var buffer = received(empty(9), ada, bob);

    assertThat(buffer.size()).isEqualTo(2);
    assertThat(buffer.delivered()).isEqualTo(VersionVector.EMPTY);
  }

  @Test
  void tellsWhichOperationsToAskFor() {
    var buffer = received(empty(9), CY_1, BOB_1);

    assertThat(buffer.missing()).containsExactly(new Dot(ADA, 1), new Dot(ADA, 2));
    assertThat(received(buffer, ADA_1).missing()).containsExactly(new Dot(ADA, 2));
    assertThat(received(empty(9), ADA_2, BOB_1).missing()).containsExactly(new Dot(ADA, 1));
  }

  @Test
  void receivingLeavesTheBufferAsItWas() {
    var buffer = received(empty(9), CY_1, BOB_1, ADA_2);

    buffer.receive(ADA_1);

    assertThat(buffer.size()).isEqualTo(3);
    assertThat(payloads(buffer.receive(ADA_1))).hasSize(4);
    assertThat(buffer).hasToString("3 waiting after " + VersionVector.EMPTY);
  }

  /// Each of the operations waits for the one before it: the case in which looking at all that is
  /// held again and again would take a hundred million steps, and recursion the whole stack.
  @Test
  void aLongChainThatArrivesBackwardsIsDeliveredInOneGo() {
    int length = 10_000;
    var buffer = empty(length);
    for (int n = length; n > 1; n--) {
      buffer = received(buffer, envelope(ADA, n, seen(ADA, n - 1)));
    }

    var receipt = buffer.receive(ADA_1);

    assertThat(payloads(receipt)).hasSize(length).endsWith("ADA " + length);
    assertThat(buffer(receipt).size()).isZero();
  }

  @Test
  void aNegativeCapacityIsRefused() {
    assertThatThrownBy(() -> empty(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1");
  }

  private static CausalBuffer<String> empty(int capacity) {
    return CausalBuffer.after(VersionVector.EMPTY, capacity);
  }

  @SafeVarargs
  private static CausalBuffer<String> received(
      CausalBuffer<String> buffer, Envelope<String>... envelopes) {
    var now = buffer;
    for (var envelope : envelopes) {
      now = buffer(now.receive(envelope));
    }
    return now;
  }

  private static CausalBuffer<String> buffer(Receipt<String> receipt) {
    return switch (receipt) {
      case Receipt.Delivered<String>(var buffer, _) -> buffer;
      case Receipt.Held<String>(var buffer) -> buffer;
      case Receipt.Duplicate<String> _, Receipt.Full<String> _, Receipt.Malformed<String> _ ->
          throw new AssertionError("not taken: " + receipt);
    };
  }

  private static List<String> payloads(Receipt<String> receipt) {
    assertThat(receipt).isInstanceOf(Receipt.Delivered.class);
    return ((Receipt.Delivered<String>) receipt).payloads();
  }

  private static VersionVector seen(ReplicaId replica, long counter) {
    return VersionVector.EMPTY.with(replica, counter);
  }

  private static Envelope<String> envelope(ReplicaId author, long counter, VersionVector seen) {
    var name = author.equals(ADA) ? "ADA" : author.equals(BOB) ? "BOB" : "CY";
    return new Envelope<>(new Dot(author, counter), seen, name + " " + counter);
  }
}
