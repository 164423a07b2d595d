package dev.flotilla.crdt.codec;

import dev.flotilla.crdt.ReplicaId;
import java.util.function.Function;

/// The canonical form of one type: equal values write equal bytes, and [#read] accepts only what
/// [#write] writes.
public interface Codec<T> {

  /// Replica ids as 16 bytes.
  Codec<ReplicaId> REPLICA_ID = of(CanonicalWriter::replicaId, CanonicalReader::replicaId);

  /// Text as UTF-8 with its length before it.
  Codec<String> UTF8 = of(CanonicalWriter::utf8, CanonicalReader::utf8);

  /// Appends the value.
  void write(CanonicalWriter to, T value);

  /// Reads one value and leaves what follows.
  ///
  /// @throws MalformedBytesException if there is none
  T read(CanonicalReader from);

  /// The bytes of one value.
  default byte[] encode(T value) {
    var writer = new CanonicalWriter();
    write(writer, value);
    return writer.toBytes();
  }

  /// The value that takes up all of the bytes.
  ///
  /// @throws MalformedBytesException if there is none
  default T decode(byte[] bytes) {
    var reader = new CanonicalReader(bytes);
    var value = read(reader);
    reader.end();
    return value;
  }

  /// A codec from its two directions.
  static <T> Codec<T> of(Writing<T> writing, Reading<T> reading) {
    return new Codec<>() {
      @Override
      public void write(CanonicalWriter to, T value) {
        writing.write(to, value);
      }

      @Override
      public T read(CanonicalReader from) {
        return reading.read(from);
      }
    };
  }

  /// The codec of another type that has the same bytes.
  default <R> Codec<R> via(Function<R, T> toThis, Function<T, R> fromThis) {
    return of((to, value) -> write(to, toThis.apply(value)), from -> fromThis.apply(read(from)));
  }

  /// Appends a value to a writer.
  @FunctionalInterface
  interface Writing<T> {
    void write(CanonicalWriter to, T value);
  }

  /// Takes a value from a reader.
  @FunctionalInterface
  interface Reading<T> {
    T read(CanonicalReader from);
  }
}
