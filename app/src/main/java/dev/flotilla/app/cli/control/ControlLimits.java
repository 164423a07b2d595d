package dev.flotilla.app.cli.control;

/// The limits of the control socket, checked before anything is allocated.
final class ControlLimits {
  /// A command line with its directory, in bytes.
  static final int REQUEST_BYTES_MAX = 1 << 20;

  /// One piece of output or input, in bytes.
  static final int CHUNK_BYTES_MAX = 64 << 10;

  static final int ARGUMENTS_MAX = 4096;

  /// Command lines that one process serves at a time; further ones wait.
  static final int CALLS_MAX = 64;

  /// What fits into `sockaddr_un.sun_path` on every system, in bytes.
  static final int SOCKET_PATH_BYTES_MAX = 100;

  private ControlLimits() {}
}
