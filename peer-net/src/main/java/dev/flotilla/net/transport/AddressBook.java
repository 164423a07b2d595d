package dev.flotilla.net.transport;

import dev.flotilla.model.DeviceId;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.PeerAddress;
import java.util.List;
import java.util.Map;

/// Where devices were reached before; kept by the node across restarts. Called from many threads;
/// may touch the disk.
public interface AddressBook {
  /// Remembers nothing.
  AddressBook NONE =
      new AddressBook() {
        @Override
        public Map<DeviceId, List<PeerAddress>> of(WorkspaceId workspace) {
          return Map.of();
        }

        @Override
        public void remember(WorkspaceId workspace, DeviceId device, PeerAddress address) {}
      };

  /// The addresses of the workspace's devices, the latest first.
  Map<DeviceId, List<PeerAddress>> of(WorkspaceId workspace);

  /// The device was reached there just now.
  void remember(WorkspaceId workspace, DeviceId device, PeerAddress address);
}
