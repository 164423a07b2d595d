package dev.flotilla.net;

/// What is done to frames before they travel.
public enum Compression {
  /// LZ4, where it makes a frame smaller by a twentieth or more.
  LZ4,
  /// Frames travel as they are. What peers compressed is read all the same.
  NONE
}
