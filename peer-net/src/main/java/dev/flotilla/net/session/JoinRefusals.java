package dev.flotilla.net.session;

import dev.flotilla.net.wire.Message;

/// What a person who wanted to join reads when the other side hung up.
final class JoinRefusals {
  private JoinRefusals() {}

  static String sentence(Message.Close close) {
    return switch (close.reason()) {
      case JOIN_REFUSED, VERSION -> close.sentence();
      case NOT_A_MEMBER, INVALID_CHANGES, DUPLICATE, PROTOCOL_ERROR ->
          "The inviting machine did not understand the request to join.";
      case GOING_AWAY, TIMEOUT, FULL, OTHER ->
          "The inviting machine hung up before it answered: try again.";
    };
  }
}
