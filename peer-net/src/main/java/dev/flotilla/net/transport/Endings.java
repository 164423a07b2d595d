package dev.flotilla.net.transport;

import dev.flotilla.net.session.Effect;
import dev.flotilla.net.wire.CloseReason;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/// Why a connection ended or never began, for people.
final class Endings {
  private Endings() {}

  /// One sentence if there is anything to say.
  static Optional<String> detail(ConnectionEnd end) {
    return end.hangUp().flatMap(Endings::detail);
  }

  /// Whether one of the two sides did something that it should not have.
  static boolean isFault(ConnectionEnd end) {
    return end.hangUp()
        .filter(last ->
            last.reason() == CloseReason.PROTOCOL_ERROR
                || last.reason() == CloseReason.INVALID_CHANGES)
        .isPresent();
  }

  private static Optional<String> detail(Effect.HangUp last) {
    return switch (last.reason()) {
      case GOING_AWAY, DUPLICATE, OTHER -> Optional.empty();
      case NOT_A_MEMBER ->
          Optional.of(
              last.byPeer()
                  ? "The other machine does not take this device for a member of the workspace."
                  : "That device is not a member of this workspace.");
      case TIMEOUT -> Optional.of("The other machine did not answer any more.");
      case VERSION, JOIN_REFUSED, FULL -> Optional.of(last.sentence());
      case PROTOCOL_ERROR ->
          Optional.of(
              last.byPeer()
                  ? "The other machine did not understand this one: " + last.sentence()
                  : "The other machine sent something that cannot be understood: "
                      + last.sentence());
      case INVALID_CHANGES ->
          Optional.of(
              last.byPeer()
                  ? "The other machine refused changes of this one: " + last.sentence()
                  : "The other machine sent changes that are not valid: " + last.sentence());
    };
  }

  /// Why an address could not be reached; a part of a sentence.
  static String reason(IOException e) {
    return switch (e) {
      case UnknownHostException _ -> "the name is not known";
      case SocketTimeoutException _ -> "no answer";
      case ConnectException _ -> "connection refused";
      case SSLException _ -> "what answers there is not Flotilla";
      default -> Optional.ofNullable(e.getMessage()).orElse("no connection");
    };
  }
}
