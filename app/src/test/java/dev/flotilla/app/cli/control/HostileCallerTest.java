package dev.flotilla.app.cli.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flotilla.testkit.bytes.Corpus;
import dev.flotilla.testkit.bytes.Trial;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Callers that do not keep to the protocol of the control socket: what is kept in
/// `src/test/resources/hostile` and `seeds`, and damaged forms of it.
class HostileCallerTest {
  private static final int ROUNDS = 2_000;
  private static final Path RESOURCES = Path.of("src", "test", "resources");

  @ParameterizedTest
  @EnumSource
  void readersNeverThrowButAtTheirBorder(ControlDecoder decoder) throws Exception {
    var inputs = new ArrayList<>(Corpus.below(RESOURCES).values());
    inputs.add(ControlDecoder.sample());

    var answers = new Trial(decoder).answers(inputs, ROUNDS, 16 * 1024);

    assertThat(answers).as("it was worth the while").hasSizeGreaterThan(1);
  }

  @Test
  void aRequestFromNowhereIsRefused() throws Exception {
    for (var nowhere : List.of("", "here", "/a\0b")) {
      var request = new ControlRequest(List.of("status"), nowhere, Screen.none()).encode();

      assertThatThrownBy(() -> ControlRequest.decode(request))
          .isInstanceOf(ControlException.class)
          .hasMessageContaining("names no folder");
    }
  }
}
