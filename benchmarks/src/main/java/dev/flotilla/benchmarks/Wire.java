package dev.flotilla.benchmarks;

import com.typesafe.config.ConfigFactory;
import dev.flotilla.crdt.codec.CanonicalTypes;
import dev.flotilla.crdt.codec.Codec;
import dev.flotilla.crdt.types.LwwMap;
import dev.flotilla.crdt.types.OrSet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.cluster.ddata.protobuf.ReplicatedDataSerializer;

/// The bytes of both sides.
///
/// Pekko's serialiser packs full states of OR-Sets and of maps with gzip, and nothing else.
final class Wire {

  static final Codec<OrSet<String>> OR_SET = CanonicalTypes.orSet(Codec.UTF8);

  static final Codec<LwwMap<String, String>> LWW_MAP =
      CanonicalTypes.lwwMap(Codec.UTF8, Codec.UTF8);

  private Wire() {}

  /// Pekko's bytes of a state or of a delta.
  static byte[] pekko(Object value) {
    return Pekko.SERIALIZER.toBinary(value);
  }

  /// Reads back what [#pekko] wrote of `like` or of another value of its class.
  @SuppressWarnings("unchecked")
  static <T> T fromPekko(byte[] bytes, T like) {
    return (T) Pekko.SERIALIZER.fromBinary(bytes, Pekko.SERIALIZER.manifest(like));
  }

  /// Packs as Pekko's serialiser does.
  static byte[] gzip(byte[] bytes) {
    var packed = new ByteArrayOutputStream(4 * 1024);
    try (var zip = new GZIPOutputStream(packed)) {
      zip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /// Unpacks what [#gzip] or Pekko's serialiser packed.
  static byte[] gunzip(byte[] packed) {
    try (var zip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return zip.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// An actor system that is alone: the local provider opens no socket.
  private static final class Pekko {

    private static final ReplicatedDataSerializer SERIALIZER =
        new ReplicatedDataSerializer((ExtendedActorSystem) system());

    private static ActorSystem system() {
      var settings =
          """
          pekko.actor.provider = local
          pekko.daemonic = on
          pekko.jvm-shutdown-hooks = off
          pekko.loglevel = OFF
          pekko.stdout-loglevel = OFF
          """;
      return ActorSystem.create(
          "bench", ConfigFactory.parseString(settings).withFallback(ConfigFactory.load()));
    }
  }
}
