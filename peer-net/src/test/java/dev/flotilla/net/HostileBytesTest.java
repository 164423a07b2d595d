package dev.flotilla.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.codec.CanonicalReader;
import dev.flotilla.crdt.codec.CanonicalWriter;
import dev.flotilla.crdt.codec.MalformedBytesException;
import dev.flotilla.model.OperationCodec;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.change.ChangeCodec;
import dev.flotilla.net.change.ChangeHash;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.change.pack.ChangeUnpacker;
import dev.flotilla.net.change.pack.LogHashes;
import dev.flotilla.net.pairing.Invitation;
import dev.flotilla.net.snapshot.Snapshot;
import dev.flotilla.net.snapshot.SnapshotCodec;
import dev.flotilla.net.wire.FrameCodec;
import dev.flotilla.net.wire.ProtocolException;
import dev.flotilla.net.wire.WireLimits;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every decoder of bytes from elsewhere, under damaged forms of what it can read. What is answered
/// in a new way is damaged further, so that the search goes deeper than single mistakes.
///
/// `-Dflotilla.fuzz.rounds=N` does more rounds of each decoder, `-Dflotilla.fuzz.seed=N` other
/// ones. `src/test/resources/hostile` has inputs with a name for what is wrong with them.
class HostileBytesTest {
  private static final int ROUNDS = Integer.getInteger("flotilla.fuzz.rounds", 4_000);
  private static final long SEED = Long.getLong("flotilla.fuzz.seed", 1);
  private static final int CORPUS_MAX = 2_000;
  private static final int INPUT_BYTES_MAX = 64 * 1024;

  /// A frame as it travels, its plain form, and the objects made of it.
  private static final long ALLOCATED_BYTES_MAX = 8L * WireLimits.MAX_PAYLOAD_BYTES;

  private static final Path RESOURCES = Path.of("src", "test", "resources");
  private static final ReplicaId AUTHOR = new ReplicaId(1, 2);

  /// Knows no change.
  private static final LogHashes<RuntimeException> NOTHING =
      new LogHashes<>() {
        @Override
        public Optional<ChangeHash> hashOf(ReplicaId author, long seq) {
          return Optional.empty();
        }

        @Override
        public Optional<ChangeHash> hashEndingAt(ReplicaId author, long counter) {
          return Optional.empty();
        }
      };

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /// Whoever reads bytes of others, and the refusals that it may answer with.
  enum Decoder {
    FRAME {
      @Override
      String read(byte[] bytes) throws IOException {
        try {
          var in = new ByteArrayInputStream(bytes);
          return FrameCodec.read(in, WireLimits.MAX_PAYLOAD_BYTES).getClass().getSimpleName();
        } catch (ProtocolException | EOFException e) {
          return String.valueOf(e.getMessage());
        }
      }
    },
    CHANGE {
      @Override
      String read(byte[] bytes) {
        return ChangeCodec.decode(bytes).toString();
      }
    },
    OPERATIONS {
      @Override
      String read(byte[] bytes) {
        try {
          return "operations " + OperationCodec.decode(new CanonicalReader(bytes), AUTHOR).size();
        } catch (MalformedBytesException e) {
          return String.valueOf(e.getMessage());
        }
      }
    },
    STATE {
      @Override
      String read(byte[] bytes) {
        try {
          return "state of " + Workspace.decode(new CanonicalReader(bytes)).flags().size();
        } catch (MalformedBytesException e) {
          return String.valueOf(e.getMessage());
        }
      }
    },
    SNAPSHOT {
      @Override
      String read(byte[] bytes) {
        try {
          return "snapshot of " + SnapshotCodec.decode(bytes).heads().size();
        } catch (MalformedBytesException e) {
          return String.valueOf(e.getMessage());
        }
      }
    },
    PACKED_CHANGES {
      @Override
      String read(byte[] bytes) {
        return ChangeUnpacker.unpack(bytes, 1_000, NOTHING).toString();
      }
    },
    INVITATION {
      @Override
      String read(byte[] bytes) {
        return Invitation.parse(new String(bytes, StandardCharsets.ISO_8859_1)).toString();
      }
    },
    SETTINGS {
      @Override
      String read(byte[] bytes) {
        try {
          return SettingsFile.decode(bytes).lines().toString();
        } catch (SettingsException e) {
          return String.valueOf(e.getMessage());
        }
      }
    };

    /// What it answers; a refusal is an answer.
    abstract String read(byte[] bytes) throws IOException;
  }

  @ParameterizedTest
  @EnumSource
  void decoderNeverThrowsOtherThanProtocolError(Decoder decoder) throws Exception {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    var corpus = corpus();
    var answers = new HashSet<String>();
    for (var round = 0; round < ROUNDS; round++) {
      var bytes =
          round < corpus.size() && round < ROUNDS / 2 ? corpus.get(round) : damage(corpus, random);

      var answer = answer(decoder, bytes);

      if (answers.add(answer.replaceAll("[0-9]+", "#")) && corpus.size() < CORPUS_MAX) {
        corpus.add(bytes);
      }
    }
    assertThat(answers).as("it was worth the while").hasSizeGreaterThan(2);
  }

  private String answer(Decoder decoder, byte[] bytes) {
    var before = threads.getCurrentThreadAllocatedBytes();
    try {
      var answer = decoder.read(bytes);
      assertThat(threads.getCurrentThreadAllocatedBytes() - before)
          .as("allocated for %s", HexFormat.of().formatHex(bytes))
          .isLessThan(ALLOCATED_BYTES_MAX);
      return answer.length() <= 80 ? answer : answer.substring(0, 80);
    } catch (IOException | RuntimeException e) {
      return fail(decoder + " on " + HexFormat.of().formatHex(bytes), e);
    }
  }

  private static List<byte[]> corpus() throws IOException {
    var corpus = new ArrayList<byte[]>();
    try (Stream<Path> files = Files.walk(RESOURCES)) {
      for (var file : files.filter(file -> file.toString().endsWith(".hex")).sorted().toList()) {
        corpus.add(HexFormat.of().parseHex(Files.readString(file).replaceAll("\\s", "")));
      }
    }
    assertThat(corpus).hasSizeGreaterThan(10);
    SnapshotCodec.encode(new Snapshot(Heads.EMPTY, Workspace.EMPTY)).ifPresent(corpus::add);
    var state = new CanonicalWriter();
    Workspace.EMPTY.encode(state);
    corpus.add(state.toBytes());
    for (var text : List.of("flotilla1-aeaq", "batch.size = 3\n# c\nsync.interval = 5 s\n")) {
      corpus.add(text.getBytes(StandardCharsets.UTF_8));
    }
    return corpus;
  }

  private static byte[] damage(List<byte[]> corpus, RandomGenerator random) {
    var bytes = corpus.get(random.nextInt(corpus.size())).clone();
    for (var cuts = 1 + random.nextInt(4); cuts > 0; cuts--) {
      bytes =
          switch (random.nextInt(6)) {
            case 0 -> with(bytes, random, b -> (byte) (b ^ (1 << random.nextInt(8))));
            case 1 -> with(bytes, random, b -> (byte) 0xff);
            case 2 -> with(bytes, random, b -> (byte) (b + 1));
            case 3 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            case 4 -> Arrays.copyOf(bytes, Math.min(INPUT_BYTES_MAX, bytes.length + 9));
            default -> spliced(bytes, corpus.get(random.nextInt(corpus.size())), random);
          };
    }
    return bytes;
  }

  private static byte[] with(
      byte[] bytes, RandomGenerator random, java.util.function.UnaryOperator<Byte> change) {
    if (bytes.length > 0) {
      var at = random.nextInt(bytes.length);
      bytes[at] = change.apply(bytes[at]);
    }
    return bytes;
  }

  private static byte[] spliced(byte[] one, byte[] other, RandomGenerator random) {
    var head = random.nextInt(one.length + 1);
    var from = random.nextInt(other.length + 1);
    var length = Math.min(INPUT_BYTES_MAX, head + other.length - from);
    var bytes = Arrays.copyOf(one, length);
    if (length > head) {
      System.arraycopy(other, from, bytes, head, length - head);
    }
    return bytes;
  }
}
