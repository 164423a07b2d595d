package dev.flotilla.crdt.codec;

/// Bytes that are not the canonical form of any value. Bytes come from strangers, so a decoder's
/// caller turns this into an outcome at once.
public final class MalformedBytesException extends RuntimeException {

  private final String reason;
  private final int offset;

  /// @param reason what is wrong, as part of a sentence
  /// @param offset the first byte that is wrong, from the start of the reader's bytes
  public MalformedBytesException(String reason, int offset) {
    // Without a stack trace: hostile input must stay cheap, and the offset says where it is wrong.
    super(reason + " at byte " + offset, null, false, false);
    this.reason = reason;
    this.offset = offset;
  }

  public String reason() {
    return reason;
  }

  public int offset() {
    return offset;
  }
}
