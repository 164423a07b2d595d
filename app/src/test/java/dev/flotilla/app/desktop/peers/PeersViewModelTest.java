package dev.flotilla.app.desktop.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.model.DeviceKey;
import dev.flotilla.net.PeerState;
import dev.flotilla.net.PeerStatus;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PeersViewModelTest {
  private final SketchWorkspace sketch = new SketchWorkspace("Team");
  private final PeersViewModel peers =
      new PeersViewModel(Sketches.model(sketch), Sketches.TEXTS, Sketches.moments());

  @Test
  void whoeverIsAloneIsToldThatEditsAreKept() {
    assertThat(peers.statusProperty().get())
        .isEqualTo("Working alone: edits are kept, and sync when others join.");
    assertThat(peers.peers()).hasSize(1);
  }

  @Test
  void aPeerThatHasSeenEverythingIsInSync() {
    sketch.peers(peer(PeerState.IN_SYNC, sketch.workspace().vector()));

    assertThat(peers.statusProperty().get()).isEqualTo("1 peer, in sync");
    assertThat(peers.peers().getLast().knowledge()).startsWith("Has seen everything");
  }

  @Test
  void aPeerThatIsBehindIsSaidInWordsAndNumbers() {
    TreeMap<ReplicaId, Long> less = new TreeMap<>(sketch.workspace().vector().asMap());
    less.merge(SketchWorkspace.ANA, 2L, (seen, missing) -> seen - missing);
    sketch.peers(peer(PeerState.OFFLINE, VersionVector.of(less)));

    PeerView away = peers.peers().getLast();

    assertThat(away.knowledge()).isEqualTo("Has not seen the last 2 edits of this machine.");
    assertThat(away.counts()).filteredOn(PeerView.Count::behind).hasSize(1);
    assertThat(peers.statusProperty().get()).startsWith("The other machine is away");
  }

  private static PeerStatus peer(PeerState state, VersionVector vector) {
    byte[] key = new byte[32];
    key[0] = 9;
    return new PeerStatus(
        Optional.of(DeviceKey.of(key).deviceId()),
        "Ben’s desktop",
        "127.0.0.1:4711",
        state,
        vector,
        Optional.empty(),
        Optional.empty());
  }
}
