package dev.flotilla.net.node;

import dev.flotilla.model.DeviceKey;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.change.AuthorHead;
import dev.flotilla.net.change.Change;
import dev.flotilla.net.change.ChangeCodec;
import dev.flotilla.net.change.ChangeHash;
import dev.flotilla.net.change.ChangeRules;
import dev.flotilla.net.change.ChangeVerifier;
import dev.flotilla.net.change.Decoded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A change that a peer sent.
///
/// @param check of its signature; empty if the change is here already, or its author's key is not
record Arrival(Change change, Optional<SignatureCheck> check) {
  /// So few are checked while the writer works on them already: an edit is visible 0.1 ms earlier,
  /// and a writer that waits for them holds nobody up. More are checked before it hears of them.
  static final int FEW = 8;

  private static final String WRONG_SIGNATURE = "It sent a change whose signature is wrong.";

  /// What a peer sent, decoded.
  sealed interface Read {
    record Fine(List<Arrival> arrivals) implements Read {}

    record Bad(String reason) implements Read {}
  }

  /// Decodes. Any thread.
  static Read read(
      List<byte[]> raws, WorkspaceId workspace, ReplicaState state, ChangeVerifier verifier) {
    var arrivals = new ArrayList<Arrival>(raws.size());
    for (var raw : raws) {
      switch (ChangeCodec.decode(raw)) {
        case Decoded.Malformed(var reason, var offset) -> {
          return new Read.Bad(
              "It sent a change that cannot be read: %s (byte %d).".formatted(reason, offset));
        }
        case Decoded.Valid(var change) -> {
          var head = state.author(change.author());
          var key =
              isHere(change, head) ? Optional.<DeviceKey>empty() : ChangeRules.keyOf(change, head);
          arrivals.add(
              new Arrival(
                  change, key.map(one -> new SignatureCheck(change, workspace, one, verifier))));
        }
      }
    }
    return new Read.Fine(arrivals);
  }

  /// Checks many signatures. The newest of each run comes first: it covers the hashes of those
  /// before it, so one look tells whether a run that goes on from what is here was made up. All
  /// others are checked by as many processors as are free.
  ///
  /// @return what is wrong with them
  static Optional<String> checkAll(List<Arrival> arrivals, ReplicaState state) {
    var byHash = new HashMap<ChangeHash, Arrival>();
    arrivals.forEach(arrival -> byHash.put(arrival.change().hash(), arrival));
    var followed = new HashSet<ChangeHash>();
    arrivals.forEach(arrival -> followed.add(arrival.change().previous()));
    for (var newest : arrivals.reversed()) {
      if (!followed.contains(newest.change().hash())
          && newest.isDoubtful()
          && newest.first(byHash).continues(state)) {
        return Optional.of(WRONG_SIGNATURE);
      }
    }
    var isWrong =
        arrivals.reversed().parallelStream()
            .filter(Arrival::isDoubtful)
            .anyMatch(arrival -> arrival.continues(state));
    return isWrong ? Optional.of(WRONG_SIGNATURE) : Optional.empty();
  }

  /// Where the run of changes began that this one ends.
  private Arrival first(Map<ChangeHash, Arrival> byHash) {
    var first = this;
    for (var before = byHash.get(change.previous());
        before != null;
        before = byHash.get(before.change().previous())) {
      first = before;
    }
    return first;
  }

  /// Whether the author's key, where it is known, signed the change. May have to be worked out.
  Optional<DeviceKey> verified() {
    return check.filter(SignatureCheck::isRight).map(SignatureCheck::key);
  }

  /// The key that [#verified] will tell if all is well.
  Optional<DeviceKey> claimed() {
    return check.map(SignatureCheck::key);
  }

  /// Whether it is not signed with the key that its author has here; then only what it goes on from
  /// tells whose it is. May have to be worked out.
  boolean isDoubtful() {
    return check.filter(one -> !one.isRight()).isPresent();
  }

  /// Whether there is nothing to be worked out.
  boolean isSettled() {
    return check.filter(one -> !one.isKnown()).isEmpty();
  }

  /// Otherwise it may belong to a branch that is not known yet, and that another device opened.
  private boolean continues(ReplicaState state) {
    return state
        .author(change.author())
        .filter(head -> head.hash().equals(change.previous()))
        .isPresent();
  }

  /// Changes come by more than one way; those that are here need no second look at their signature.
  private static boolean isHere(Change change, Optional<AuthorHead> head) {
    return head.filter(known -> known.seq() >= change.seq()).isPresent();
  }
}
