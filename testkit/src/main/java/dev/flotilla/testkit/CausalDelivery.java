package dev.flotilla.testkit;

import dev.flotilla.crdt.VersionVector;
import dev.flotilla.crdt.delivery.CausalBuffer;
import dev.flotilla.crdt.delivery.Envelope;
import dev.flotilla.crdt.delivery.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// What a replica does that receives operations over a bad network.
public final class CausalDelivery {

  private CausalDelivery() {}

  /// The payloads as a [CausalBuffer] delivers them, if the envelopes arrive in a random order and
  /// some of them twice.
  ///
  /// @param envelopes with all their dependencies
  /// @throws AssertionError if one of them is not delivered
  public static <T> List<T> inSomeCausalOrder(List<Envelope<T>> envelopes, RandomGenerator random) {
    var arriving = new ArrayList<>(envelopes);
    arriving.addAll(Samples.some(random, envelopes));
    CausalBuffer<T> buffer = CausalBuffer.after(VersionVector.EMPTY, envelopes.size());
    var payloads = new ArrayList<T>();
    for (var envelope : Samples.shuffled(random, arriving)) {
      switch (buffer.receive(envelope)) {
        case Receipt.Delivered<T>(var next, var delivered) -> {
          buffer = next;
          payloads.addAll(delivered);
        }
        case Receipt.Held<T>(var next) -> buffer = next;
        case Receipt.Duplicate<T> _ -> {}
        case Receipt.Full<T> _, Receipt.Malformed<T> _ ->
            throw new AssertionError("refused: " + envelope);
      }
    }
    if (payloads.size() != envelopes.size()) {
      throw new AssertionError("missing: " + buffer.missing());
    }
    return payloads;
  }
}
