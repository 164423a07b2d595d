package dev.flotilla.benchmarks;

import static dev.flotilla.benchmarks.Nodes.AUTHORS;

import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.codec.Canonical;
import dev.flotilla.crdt.codec.CanonicalTypes;
import dev.flotilla.crdt.codec.Codec;
import java.util.List;

/// To bytes and back.
final class CodecRows {

  private static final List<Integer> SIZES = List.of(100, 10_000);

  private CodecRows() {}

  static List<Row> rows() {
    return List.of(
        Row.of(
            "OR-Set encode (Pekko's is gzipped)",
            SIZES,
            size -> encode(Wire.OR_SET, Fleet.set(Texts.elements(size), AUTHORS)),
            size -> pekkoEncode(Nodes.set(Texts.elements(size), AUTHORS))),
        Row.of(
            "OR-Set encode, both gzipped",
            SIZES,
            CodecRows::encodeAndGzip,
            size -> pekkoEncode(Nodes.set(Texts.elements(size), AUTHORS))),
        Row.of(
            "OR-Set decode (Pekko's is gzipped)",
            SIZES,
            size -> decode(Wire.OR_SET, Fleet.set(Texts.elements(size), AUTHORS)),
            size -> pekkoDecode(Nodes.set(Texts.elements(size), AUTHORS))),
        Row.of(
            "OR-Set add and encode its delta",
            SIZES,
            CodecRows::addAndEncode,
            CodecRows::pekkoAddAndEncode),
        Row.of(
            "OR-Set decode a one-add delta and join it",
            SIZES,
            CodecRows::decodeAndJoin,
            CodecRows::pekkoDecodeAndJoin),
        Row.of(
            "LWW-Map encode (Pekko's is gzipped)",
            List.of(1_000),
            size -> encode(Wire.LWW_MAP, Fleet.lwwMap(Texts.elements(size))),
            size -> pekkoEncode(Nodes.lwwMap(Texts.elements(size)))),
        Row.of(
            "LWW-Map decode (Pekko's is gzipped)",
            List.of(1_000),
            size -> decode(Wire.LWW_MAP, Fleet.lwwMap(Texts.elements(size))),
            size -> pekkoDecode(Nodes.lwwMap(Texts.elements(size)))),
        Row.of(
            "G-Counter encode",
            List.of(64),
            size -> encode(CanonicalTypes.G_COUNTER, Fleet.counter(size)),
            size -> pekkoEncode(Nodes.counter(size))),
        Row.of(
            "G-Counter decode",
            List.of(64),
            size -> decode(CanonicalTypes.G_COUNTER, Fleet.counter(size)),
            size -> pekkoDecode(Nodes.counter(size))),
        Row.of(
            "version vector encode",
            List.of(64),
            size -> encode(Canonical.VERSION_VECTOR, Fleet.vector(size)),
            size -> pekkoEncode(Nodes.vector(size))),
        Row.of(
            "version vector decode",
            List.of(64),
            size -> decode(Canonical.VERSION_VECTOR, Fleet.vector(size)),
            size -> pekkoDecode(Nodes.vector(size))));
  }

  private static <T> Step encode(Codec<T> codec, T value) {
    return sink -> sink.consume(codec.encode(value));
  }

  private static Step pekkoEncode(Object value) {
    return sink -> sink.consume(Wire.pekko(value));
  }

  private static <T> Step decode(Codec<T> codec, T value) {
    byte[] bytes = codec.encode(value);
    return sink -> sink.consume(codec.decode(bytes));
  }

  private static Step pekkoDecode(Object value) {
    byte[] bytes = Wire.pekko(value);
    return sink -> sink.consume(Wire.fromPekko(bytes, value));
  }

  private static Step encodeAndGzip(int size) {
    var set = Fleet.set(Texts.elements(size), AUTHORS);
    return sink -> sink.consume(Wire.gzip(Wire.OR_SET.encode(set)));
  }

  private static Step addAndEncode(int size) {
    var set = Fleet.set(Texts.elements(size), AUTHORS);
    var dot = Fleet.nextDot(set.causal().context(), Fleet.ME);
    var elements = new Cycle<>(Texts.newElements());
    return sink -> {
      var delta = set.add(dot, elements.next());
      sink.consume(delta.applyTo(set));
      sink.consume(Wire.OR_SET.encode(delta.fragment()));
    };
  }

  private static Step pekkoAddAndEncode(int size) {
    var set = Nodes.set(Texts.elements(size), AUTHORS);
    var elements = new Cycle<>(Texts.newElements());
    return sink -> {
      var next = set.add(Nodes.ME, elements.next());
      sink.consume(next);
      sink.consume(Wire.pekko(next.delta().get()));
    };
  }

  private static Step decodeAndJoin(int size) {
    var set = Fleet.set(Texts.elements(size), AUTHORS);
    var dot = Fleet.nextDot(set.causal().context(), Fleet.OTHER);
    var deltas =
        new Cycle<>(
            Texts.newElements().stream()
                .map(text -> Wire.OR_SET.encode(set.add(dot, text).fragment()))
                .toList());
    return sink -> sink.consume(Delta.of(Wire.OR_SET.decode(deltas.next())).applyTo(set));
  }

  private static Step pekkoDecodeAndJoin(int size) {
    var set = Nodes.set(Texts.elements(size), AUTHORS);
    var like = set.add(Nodes.OTHER, "any").delta().get();
    var deltas =
        new Cycle<>(
            Texts.newElements().stream()
                .map(text -> Wire.pekko(set.add(Nodes.OTHER, text).delta().get()))
                .toList());
    return sink -> sink.consume(set.mergeDelta(Wire.fromPekko(deltas.next(), like)));
  }
}
