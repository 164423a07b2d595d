package dev.flotilla.net;

/// What the link to another device is doing.
public enum PeerState {
  CONNECTING,
  SYNCING,
  IN_SYNC,
  OFFLINE,
  REFUSED
}
