package dev.flotilla.benchmarks;

import static dev.flotilla.benchmarks.Nodes.AUTHORS;

import dev.flotilla.crdt.Delta;
import java.util.List;

/// To bytes and back.
final class CodecRows {

  private static final List<Integer> SIZES = List.of(100, 10_000);

  private CodecRows() {}

  static List<Row> rows() {
    return List.of(
        Row.of(
            "OR-Set encode (Pekko's is gzipped)", SIZES, CodecRows::encode, CodecRows::pekkoEncode),
        Row.of(
            "OR-Set encode, both gzipped", SIZES, CodecRows::encodeAndGzip, CodecRows::pekkoEncode),
        Row.of(
            "OR-Set decode (Pekko's is gzipped)", SIZES, CodecRows::decode, CodecRows::pekkoDecode),
        Row.of(
            "OR-Set add and encode its delta",
            SIZES,
            CodecRows::addAndEncode,
            CodecRows::pekkoAddAndEncode),
        Row.of(
            "OR-Set decode a one-add delta and join it",
            SIZES,
            CodecRows::decodeAndJoin,
            CodecRows::pekkoDecodeAndJoin));
  }

  private static Step encode(int size) {
    var set = Fleet.set(Texts.elements(size), AUTHORS);
    return sink -> sink.consume(Wire.OR_SET.encode(set));
  }

  private static Step encodeAndGzip(int size) {
    var set = Fleet.set(Texts.elements(size), AUTHORS);
    return sink -> sink.consume(Wire.gzip(Wire.OR_SET.encode(set)));
  }

  private static Step pekkoEncode(int size) {
    var set = Nodes.set(Texts.elements(size), AUTHORS);
    return sink -> sink.consume(Wire.pekko(set));
  }

  private static Step decode(int size) {
    byte[] bytes = Wire.OR_SET.encode(Fleet.set(Texts.elements(size), AUTHORS));
    return sink -> sink.consume(Wire.OR_SET.decode(bytes));
  }

  private static Step pekkoDecode(int size) {
    var set = Nodes.set(Texts.elements(size), AUTHORS);
    byte[] bytes = Wire.pekko(set);
    return sink -> sink.consume(Wire.fromPekko(bytes, set));
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
