package dev.flotilla.net.session;

import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.wire.Message;
import dev.flotilla.net.wire.WireLimits;

/// What this device says of itself in HELLO.
///
/// @param deviceName what its user calls it
/// @param port where it listens, 0 if nowhere
/// @param wallMillis its clock when the connection began
/// @param instance tells two running copies of this device apart; 0 if it does not matter
public record Introduction(String deviceName, int port, long wallMillis, long instance) {
  public Introduction(String deviceName, int port, long wallMillis) {
    this(deviceName, port, wallMillis, 0);
  }

  Message.Hello hello(Message.Intent intent, WorkspaceId workspace) {
    return new Message.Hello(
        WireLimits.MIN_PROTOCOL,
        WireLimits.MAX_PROTOCOL,
        intent,
        workspace,
        wallMillis,
        port,
        deviceName,
        instance);
  }
}
