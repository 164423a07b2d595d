package dev.flotilla.model;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.codec.CanonicalReader;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// One step of a change. Every operation takes exactly one dot; the operations of a change take
/// consecutive ones.
public sealed interface Operation {
  /// The first operation of a replica: which device it lives on, and how that device calls itself.
  record OpenReplica(DeviceKey device, String deviceName) implements Operation {
    public OpenReplica {
      WellFormed.name("a device name", deviceName);
    }
  }

  /// Founds the workspace, in the first change of its founder after [OpenReplica]. The founder
  /// becomes the first owner. The id follows from the founder's key and the nonce
  /// ([WorkspaceId#of]).
  record FoundWorkspace(Octets nonce, String name) implements Operation {
    public static final int NONCE_BYTES = 16;

    public FoundWorkspace {
      if (nonce.length() != NONCE_BYTES) {
        throw new IllegalArgumentException("a nonce has 16 bytes, not " + nonce.length());
      }
      WellFormed.name("a workspace name", name);
    }
  }

  /// Admits a device to the workspace, or gives it another name and role.
  record AdmitMember(DeviceKey device, String name, Role role) implements Operation {
    public AdmitMember {
      WellFormed.name("a member's name", name);
    }
  }

  /// Writes a slot. `supersedes` holds the writes of the same slot that the author had seen and
  /// means to replace; whoever accepts a change checks that they lie in its past.
  record Write(Slot slot, Value value, SortedSet<Dot> supersedes) implements Operation {
    public Write {
      supersedes = Collections.unmodifiableSortedSet(new TreeSet<>(supersedes));
    }
  }

  /// An operation of a newer program. It takes its dot and has no effect here.
  ///
  /// If it is critical, nobody who does not understand it may edit what it is about: its body
  /// begins with that entity. About the workspace means about everything in it.
  record Unknown(int type, int flags, Octets body) implements Operation {
    /// The flag of operations that must not be passed over.
    public static final int CRITICAL = 0x80;

    public Unknown {
      if (type < OperationWriter.WRITE || type > 0xFF || flags < 0 || flags > 0xFF) {
        throw new IllegalArgumentException("not an unknown operation: " + type + ", " + flags);
      }
      if ((flags & CRITICAL) != 0) {
        StateCodec.ENTITY.read(new CanonicalReader(body.bytes()));
      }
    }

    /// Whether nobody may edit [#target] who does not understand this.
    public boolean isCritical() {
      return (flags & CRITICAL) != 0;
    }

    /// What a critical operation is about; none of others.
    public Optional<EntityId> target() {
      return isCritical()
          ? Optional.of(StateCodec.ENTITY.read(new CanonicalReader(body.bytes())))
          : Optional.empty();
    }
  }
}
