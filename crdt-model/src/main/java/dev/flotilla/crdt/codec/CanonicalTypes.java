package dev.flotilla.crdt.codec;

import dev.flotilla.crdt.types.GCounter;

/// The canonical forms of the replicated types.
///
/// | type | form |
/// |---|---|
/// | G-Counter | vector of the counts |
public final class CanonicalTypes {

  public static final Codec<GCounter> G_COUNTER =
      Canonical.VERSION_VECTOR.via(GCounter::counts, GCounter::of);

  private CanonicalTypes() {}
}
