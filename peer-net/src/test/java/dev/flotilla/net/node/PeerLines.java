package dev.flotilla.net.node;

/// Reads a line of the file of peers.
public final class PeerLines {
  private PeerLines() {}

  /// What was read, or that it was left out. What is read is written as it reads.
  public static String read(String text) {
    var line = PeerFile.parse(text);
    line.ifPresent(read -> {
      if (!PeerFile.parse(read.toString()).equals(line)) {
        throw new AssertionError("written as another line: " + read);
      }
    });
    return line.isEmpty() ? "left out" : "line of " + line.get().toString().split(" ", -1).length;
  }
}
