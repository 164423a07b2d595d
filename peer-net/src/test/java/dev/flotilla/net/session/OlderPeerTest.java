package dev.flotilla.net.session;

import static dev.flotilla.net.session.SessionSteps.LIMITS;
import static dev.flotilla.net.session.SessionSteps.ME;
import static dev.flotilla.net.session.SessionSteps.NOW;
import static dev.flotilla.net.session.SessionSteps.OWN;
import static dev.flotilla.net.session.SessionSteps.closeReason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.net.wire.CloseReason;
import dev.flotilla.net.wire.FrameCodec;
import dev.flotilla.net.wire.Message;
import dev.flotilla.net.wire.WireLimits;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A peer that was never updated, played from the bytes that it sends.
class OlderPeerTest {
  private final List<Message> said = new ArrayList<>();
  private long now = NOW;
  private SessionState state = SyncSession.answer(ME, LIMITS, NOW);

  @Test
  void aPeerOfVersionOneHearsOnlyWhatItKnows() {
    greet();
    for (var second = 0; second < 300; second++) {
      now += 1_000;
      hear("v1/ping");
      work();
    }

    assertThat(said).hasSizeGreaterThan(300).allMatch(message -> message.since() == 1);
    assertThat(state).isInstanceOf(SessionState.Streaming.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v2/digest", "v2/buckets-compressed", "v2/entities"})
  void aPeerOfVersionOneThatSaysWhatItCannotKnowBreaksTheProtocol(String name) {
    greet();

    var step = SyncSession.step(state, new Input.Received(golden(name)), now);

    assertThat(closeReason(step)).isEqualTo(CloseReason.PROTOCOL_ERROR);
  }

  private void greet() {
    hear("v1/hello");
    hear("v1/heads");
    hear("v1/want");
  }

  private void hear(String name) {
    perform(SyncSession.step(state, new Input.Received(golden(name)), now));
    work();
  }

  private void work() {
    perform(SyncSession.step(state, new Input.Clock(), now));
    Step step;
    do {
      step = SyncSession.step(state, new Input.Ready(), now);
      perform(step);
    } while (!step.effects().isEmpty());
  }

  private void perform(Step step) {
    state = step.state();
    for (var effect : step.effects()) {
      if (effect instanceof Effect.Send(var message)) {
        said.add(message);
      }
      if (effect instanceof Effect.CheckMember) {
        var theirs = ((Message.HeadsAre) golden("v1/heads")).heads();
        perform(SyncSession.step(state, new Input.Admitted(theirs, OWN, SessionSteps.SEED), now));
      }
    }
  }

  private static Message golden(String name) {
    try (var in = OlderPeerTest.class.getResourceAsStream("/golden/" + name + ".hex")) {
      var hex = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII);
      var frame = HexFormat.of().parseHex(hex.replace("\n", ""));
      return FrameCodec.read(new ByteArrayInputStream(frame), WireLimits.MAX_PAYLOAD_BYTES);
    } catch (Exception e) {
      throw new AssertionError(name, e);
    }
  }
}
