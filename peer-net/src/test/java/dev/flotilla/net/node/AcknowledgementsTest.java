package dev.flotilla.net.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.PersistentMap;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.model.DeviceId;
import dev.flotilla.model.DeviceKey;
import dev.flotilla.net.change.AuthorHead;
import dev.flotilla.net.change.ChangeHash;
import dev.flotilla.net.change.Head;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.change.Lineage;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Which confirmations count.
class AcknowledgementsTest {
  private static final ReplicaId OURS = new ReplicaId(0, 1);
  private static final ReplicaId THEIRS = new ReplicaId(0, 2);
  private static final DeviceKey OUR_KEY = key(1);
  private static final DeviceKey THEIR_KEY = key(2);
  private static final DeviceId US = OUR_KEY.deviceId();
  private static final DeviceId THEM = THEIR_KEY.deviceId();

  private final Acknowledgements confirmed =
      new Acknowledgements(US, Map.of(), (_, seq) -> Optional.of(hash(seq)));

  @Test
  void ackBeforeAckersOwnChangesIsNotCounted() {
    var heads = Heads.of(Map.of(OURS, head(3), THEIRS, head(5)));

    confirmed.told(THEM, heads);

    assertThat(confirmed.counted(holding(3, 4))).isEmpty();
    assertThat(confirmed.counted(holding(3, 5))).containsEntry(THEM, heads);
  }

  @Test
  void aConfirmationThatNamesAnUnknownAuthorWaitsForItsChanges() {
    var heads = Heads.of(Map.of(OURS, head(3), new ReplicaId(0, 9), head(1)));

    confirmed.told(THEM, heads);

    assertThat(confirmed.counted(holding(3, 5))).isEmpty();
  }

  @Test
  void aConfirmationOfAnotherHistoryCountsForNothing() {
    var other = new Head(3, 3, hash(99).prefix());

    confirmed.told(THEM, Heads.of(Map.of(OURS, other)));

    assertThat(confirmed.counted(holding(3, 5))).isEmpty();
  }

  /// A head says something of every change below it.
  @Test
  void aConfirmationOfAnotherHistoryCountsForNothingAlsoWhereThisOneIsLonger() {
    var other = new Head(2, 2, hash(99).prefix());

    confirmed.told(THEM, Heads.of(Map.of(OURS, other)));

    assertThat(confirmed.counted(holding(3, 5))).isEmpty();
    confirmed.told(THEM, Heads.of(Map.of(OURS, head(2))));
    assertThat(confirmed.counted(holding(3, 5))).containsKey(THEM);
  }

  @Test
  void whatCountedStaysWhileANewerConfirmationWaits() {
    var first = Heads.of(Map.of(OURS, head(2), THEIRS, head(1)));
    confirmed.told(THEM, first);
    assertThat(confirmed.counted(holding(3, 1))).containsEntry(THEM, first);

    confirmed.told(THEM, Heads.of(Map.of(OURS, head(3), THEIRS, head(2))));

    assertThat(confirmed.counted(holding(3, 1))).containsEntry(THEM, first);
  }

  private static Map<ReplicaId, AuthorHead> chains(long ours, long theirs) {
    return Map.of(OURS, chain(OURS, OUR_KEY, ours), THEIRS, chain(THEIRS, THEIR_KEY, theirs));
  }

  private static PersistentMap<ReplicaId, AuthorHead> holding(long ours, long theirs) {
    PersistentMap<ReplicaId, AuthorHead> authors = PersistentMap.empty();
    for (var entry : chains(ours, theirs).entrySet()) {
      authors = authors.with(entry.getKey(), entry.getValue());
    }
    return authors;
  }

  private static AuthorHead chain(ReplicaId author, DeviceKey key, long seq) {
    return new AuthorHead(
        Lineage.whole(author), key, "device", seq, seq, hash(seq), VersionVector.EMPTY);
  }

  private static Head head(long seq) {
    return new Head(seq, seq, hash(seq).prefix());
  }

  private static ChangeHash hash(long seq) {
    return ChangeHash.ofBytes(new byte[] {(byte) seq});
  }

  private static DeviceKey key(int value) {
    var bytes = new byte[DeviceKey.BYTES];
    Arrays.fill(bytes, (byte) value);
    return DeviceKey.of(bytes);
  }
}
