package dev.flotilla.crdt.codec;

import dev.flotilla.crdt.types.GCounter;
import dev.flotilla.crdt.types.PnCounter;

/// The canonical forms of the replicated types.
///
/// | type | form |
/// |---|---|
/// | G-Counter | vector of the counts |
/// | PN-Counter | increments, decrements |
public final class CanonicalTypes {

  public static final Codec<GCounter> G_COUNTER =
      Canonical.VERSION_VECTOR.via(GCounter::counts, GCounter::of);

  public static final Codec<PnCounter> PN_COUNTER =
      Codec.of(
          (to, counter) -> {
            G_COUNTER.write(to, counter.increments());
            G_COUNTER.write(to, counter.decrements());
          },
          from -> new PnCounter(G_COUNTER.read(from), G_COUNTER.read(from)));

  private CanonicalTypes() {}
}
