package dev.flotilla.benchmarks;

import com.typesafe.config.ConfigFactory;
import dev.flotilla.crdt.codec.CanonicalStores;
import dev.flotilla.crdt.codec.Codec;
import dev.flotilla.crdt.types.OrSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.cluster.ddata.protobuf.ReplicatedDataSerializer;

/// The bytes of both sides.
///
/// Pekko's serialiser packs full states of OR-Sets and of maps with gzip, and nothing else.
final class Wire {

  static final Codec<OrSet<String>> OR_SET =
      CanonicalStores.causal(CanonicalStores.dotMap(Codec.UTF8, CanonicalStores.DOT_SET))
          .via(OrSet::causal, OrSet::new);

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
