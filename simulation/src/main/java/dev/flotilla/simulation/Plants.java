package dev.flotilla.simulation;

import dev.flotilla.net.change.Heads;
import dev.flotilla.net.session.ChangeBatch;
import dev.flotilla.net.session.HeldState;
import dev.flotilla.net.session.ReplicaPort;
import dev.flotilla.net.wire.HeadsProgress;
import java.util.HashMap;
import java.util.Map;

/// Puts a planted mistake between sessions and replicas.
final class Plants {
  private record Pair(int self, int peer) {}

  private final Plant plant;
  private final Map<Pair, Heads> sent = new HashMap<>();
  private final Map<Integer, Heads> claimed = new HashMap<>();

  Plants(Plant plant) {
    this.plant = plant;
  }

  ReplicaPort port(Machine self, Machine peer, ReplicaPort port) {
    return switch (plant) {
      case NONE, COMMITS_WITHOUT_SYNC, CLEANS_WITHOUT_LOOKING -> port;
      case SENT_REMEMBERED -> new RememberingPort(port, new Pair(self.number(), peer.number()));
      case VECTOR_AS_CONTEXT -> new ClaimingPort(port, self.number());
    };
  }

  /// Changes were given to a machine.
  void delivered(LineEnd from, LineEnd to) {
    if (plant == Plant.VECTOR_AS_CONTEXT) {
      claimed.merge(to.machine().number(), from.heads(), HeadsProgress::merge);
    }
  }

  /// A machine that starts again has only what is on its disk.
  void restarted(Machine machine) {
    claimed.remove(machine.number());
  }

  private final class RememberingPort extends PortAround {
    private final Pair pair;

    RememberingPort(ReplicaPort port, Pair pair) {
      super(port);
      this.pair = pair;
    }

    @Override
    public ChangeBatch changesFor(Heads theirs, int maxBytes) {
      var known = HeadsProgress.merge(theirs, sent.getOrDefault(pair, Heads.EMPTY));
      var batch = super.changesFor(known, maxBytes);
      sent.put(pair, batch.after());
      return batch;
    }
  }

  private final class ClaimingPort extends PortAround {
    private final int self;

    ClaimingPort(ReplicaPort port, int self) {
      super(port);
      this.self = self;
    }

    @Override
    public Heads heads() {
      return HeadsProgress.merge(super.heads(), claimed.getOrDefault(self, Heads.EMPTY));
    }

    @Override
    public HeldState held() {
      return new HeldState(heads(), super.held().workspace());
    }
  }
}
