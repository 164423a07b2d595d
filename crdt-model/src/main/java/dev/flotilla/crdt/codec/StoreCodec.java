package dev.flotilla.crdt.codec;

import dev.flotilla.crdt.DotStore;

/// The canonical form of a dot store beside its context: of use only within
/// [CanonicalStores#causal], which writes the context first, so that a dot takes two or three bytes
/// instead of the seventeen and more of its replica's id.
///
/// Composed of the parts in [CanonicalStores]. Safe to share between threads.
public abstract sealed class StoreCodec<S extends DotStore<S>>
    permits DotSetCodec, DotFunCodec, DotMapCodec {

  abstract void write(CanonicalWriter to, DotTable dots, S store);

  abstract S read(CanonicalReader from, DotTable dots);
}
