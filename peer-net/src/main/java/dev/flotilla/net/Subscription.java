package dev.flotilla.net;

/// A registration that somebody must end. Ending it twice is harmless; no call arrives after
/// [#close] has returned on the thread that delivers the calls.
public interface Subscription extends AutoCloseable {
  @Override
  void close();
}
