package dev.flotilla.net.wire;

/// Why a side ends a connection. The code is what travels; codes are never reused.
public enum CloseReason {
  /// A reason that only a newer program knows.
  OTHER(0),
  /// The program ends, or the workspace was closed.
  GOING_AWAY(1),
  /// The device is no member of the workspace, or there is no such workspace: nobody is told which.
  NOT_A_MEMBER(2),
  /// No common protocol version.
  VERSION(3),
  /// Bytes that break the protocol.
  PROTOCOL_ERROR(4),
  /// The two devices have another connection that stays.
  DUPLICATE(5),
  /// The other side was silent for too long.
  TIMEOUT(6),
  /// The request to join was refused; the sentence says why.
  JOIN_REFUSED(7),
  /// Changes that are malformed, forged or not allowed.
  INVALID_CHANGES(8),
  /// The side that was dialled has as many links as it may have.
  FULL(9);

  private final int code;

  CloseReason(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  static CloseReason of(int code) {
    for (var reason : values()) {
      if (reason.code == code) {
        return reason;
      }
    }
    return OTHER;
  }
}
