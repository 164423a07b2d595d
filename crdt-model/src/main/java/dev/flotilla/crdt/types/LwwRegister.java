package dev.flotilla.crdt.types;

import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.Dotted;
import dev.flotilla.crdt.JoinSemilattice;
import dev.flotilla.crdt.Limits;
import dev.flotilla.crdt.time.HybridTimestamp;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One value: the last one written, by timestamp and then by dot. All other writes are gone.
///
/// The clock alone decides, so a write whose timestamp is not above that of the value it replaces
/// has no effect: take timestamps from a [dev.flotilla.crdt.time.HybridClock] that observes those
/// of the others. Where no write may be lost, or a wrong clock may not win for ever, use a
/// [SiblingRegister].
///
/// Edit, read and join cost O(1). Immutable, safe to share between threads.
///
/// @see <a href="https://inria.hal.science/inria-00555588">Shapiro et al. 2011, A Comprehensive
///   Study of Convergent and Commutative Replicated Data Types, section 3.2.1</a>
public final class LwwRegister<V> implements JoinSemilattice<LwwRegister<V>> {

  private static final LwwRegister<?> EMPTY = new LwwRegister<>(null);

  private final @Nullable Written<V> latest;

  private LwwRegister(@Nullable Written<V> latest) {
    this.latest = latest;
  }

  /// The register before the first write.
  @SuppressWarnings("unchecked")
  public static <V> LwwRegister<V> empty() {
    return (LwwRegister<V>) EMPTY;
  }

  /// The register after this write alone.
  public static <V> LwwRegister<V> of(Dotted<Stamped<V>> write) {
    var written = write.value();
    return new Written<>(write.dot(), written.at(), written.value()).fragment();
  }

  /// The last write.
  public Optional<Dotted<Stamped<V>>> latest() {
    return latest == null
        ? Optional.empty()
        : Optional.of(new Dotted<>(latest.dot, new Stamped<>(latest.at, latest.value)));
  }

  /// The value of the last write. Empty before the first one.
  public Optional<V> value() {
    return latest == null ? Optional.empty() : Optional.of(latest.value);
  }

  /// Writes a value.
  ///
  /// @param dot a new one, which names the edit
  /// @throws IllegalArgumentException if the value is larger than [Limits#VALUE_BYTES_MAX]
  public Delta<LwwRegister<V>> write(Dot dot, HybridTimestamp at, V value) {
    return new Written<>(dot, at, Limits.value(value));
  }

  @Override
  public LwwRegister<V> join(LwwRegister<V> other) {
    return other.latest == null ? this : other.latest.applyTo(this);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LwwRegister<?> register && Objects.equals(latest, register.latest);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(latest);
  }

  @Override
  public String toString() {
    return latest == null ? "nothing" : latest.toString();
  }

  /// One write: what a register holds, and what an edit adds to it.
  private record Written<V>(Dot dot, HybridTimestamp at, V value) implements Delta<LwwRegister<V>> {

    @Override
    public LwwRegister<V> fragment() {
      return new LwwRegister<>(this);
    }

    @Override
    public LwwRegister<V> applyTo(LwwRegister<V> state) {
      return state.latest == null || isLaterThan(state.latest) ? fragment() : state;
    }

    private boolean isLaterThan(Written<V> other) {
      int byTime = at.compareTo(other.at);
      return byTime != 0 ? byTime > 0 : dot.compareTo(other.dot) > 0;
    }
  }
}
