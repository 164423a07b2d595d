package dev.flotilla.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.codec.CanonicalWriter;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.snapshot.Snapshot;
import dev.flotilla.net.snapshot.SnapshotCodec;
import dev.flotilla.testkit.bytes.Corpus;
import dev.flotilla.testkit.bytes.Trial;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every decoder of bytes from elsewhere, shown all that is kept: what was wrong once
/// (`src/test/resources/hostile`, by names that say what), what a fuzzer found worth keeping
/// (`seeds`), golden files, and damaged forms of these. `docs/fuzzing.md` has the rest.
///
/// `-Dflotilla.fuzz.rounds=N` damages more, `-Dflotilla.fuzz.seed=N` otherwise.
class HostileBytesTest {
  private static final int ROUNDS = 2_000;
  private static final int INPUT_BYTES_MAX = 64 * 1024;
  private static final Path RESOURCES = Path.of("src", "test", "resources");

  @ParameterizedTest
  @EnumSource
  void decoderNeverThrowsOtherThanProtocolError(NetDecoder decoder) throws Exception {
    var inputs = inputs();
    var answers = new Trial(decoder).answers(inputs, ROUNDS, INPUT_BYTES_MAX);

    assertThat(answers).as("it was worth the while").hasSizeGreaterThan(1);
  }

  private static List<byte[]> inputs() throws IOException {
    var inputs = new ArrayList<>(Corpus.below(RESOURCES).values());
    assertThat(inputs).hasSizeGreaterThan(10);
    SnapshotCodec.encode(new Snapshot(Heads.EMPTY, Workspace.EMPTY)).ifPresent(inputs::add);
    var state = new CanonicalWriter();
    Workspace.EMPTY.encode(state);
    inputs.add(state.toBytes());
    return inputs;
  }
}
