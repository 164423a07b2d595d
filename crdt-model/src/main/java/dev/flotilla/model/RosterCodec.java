package dev.flotilla.model;

import dev.flotilla.crdt.Dotted;
import dev.flotilla.crdt.PersistentMap;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.codec.Canonical;
import dev.flotilla.crdt.codec.CanonicalReader;
import dev.flotilla.crdt.codec.CanonicalWriter;
import dev.flotilla.crdt.codec.Codec;
import dev.flotilla.crdt.codec.MalformedBytesException;
import dev.flotilla.crdt.types.LwwRegister;
import dev.flotilla.crdt.types.Stamped;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The canonical form of the roster: founding (0, or 1, dot, timestamp, founder 32, nonce 16);
/// count and admissions by device key (dot, timestamp, key 32, name, role u8); count and origins by
/// replica (replica 16, key 32, name).
public final class RosterCodec {
  public static final Codec<Roster> ROSTER = Codec.of(RosterCodec::write, RosterCodec::read);

  private static final int ADMISSION_BYTES_MIN = 59;
  private static final int ORIGIN_BYTES_MIN = 49;

  private RosterCodec() {}

  private static CanonicalWriter write(CanonicalWriter to, Roster roster) {
    writeFounding(to, roster.founding().orElse(null));
    var admissions = new TreeMap<DeviceKey, LwwRegister<Member>>();
    roster.admissions().forEach(admissions::put);
    to.varint(admissions.size());
    admissions.values().forEach(register -> writeAdmission(to, register.latest().orElseThrow()));
    var origins = new TreeMap<ReplicaId, ReplicaOrigin>();
    roster.origins().forEach(origins::put);
    to.varint(origins.size());
    origins.forEach((replica, origin) -> {
      to.replicaId(replica);
      StateCodec.DEVICE_KEY.write(to, origin.device());
      to.utf8(origin.deviceName());
    });
    return to;
  }

  private static void writeFounding(CanonicalWriter to, Roster.@Nullable Founding founding) {
    if (founding == null) {
      to.u8(0);
      return;
    }
    to.u8(1);
    Canonical.DOT.write(to, founding.dot());
    Canonical.HYBRID_TIMESTAMP.write(to, founding.at());
    StateCodec.DEVICE_KEY.write(to, founding.founder());
    to.raw(founding.nonce().bytes());
  }

  private static void writeAdmission(CanonicalWriter to, Dotted<Stamped<Member>> admission) {
    Canonical.DOT.write(to, admission.dot());
    Canonical.HYBRID_TIMESTAMP.write(to, admission.value().at());
    var member = admission.value().value();
    StateCodec.DEVICE_KEY.write(to, member.device());
    to.utf8(member.name()).u8(member.role().code());
  }

  private static Roster read(CanonicalReader from) {
    var founding = readFounding(from);
    PersistentMap<DeviceKey, LwwRegister<Member>> admissions = PersistentMap.empty();
    DeviceKey lastKey = null;
    for (int left = from.count(ADMISSION_BYTES_MIN); left > 0; left--) {
      int start = from.offset();
      var admission = readAdmission(from);
      var key = admission.value().value().device();
      if (lastKey != null && key.compareTo(lastKey) <= 0) {
        throw new MalformedBytesException("members out of order", start);
      }
      lastKey = key;
      admissions = admissions.with(key, LwwRegister.of(admission));
    }
    return new Roster(readOrigins(from), admissions, founding);
  }

  private static PersistentMap<ReplicaId, ReplicaOrigin> readOrigins(CanonicalReader from) {
    PersistentMap<ReplicaId, ReplicaOrigin> origins = PersistentMap.empty();
    ReplicaId lastReplica = null;
    for (int left = from.count(ORIGIN_BYTES_MIN); left > 0; left--) {
      int start = from.offset();
      var replica = from.replicaId();
      if (lastReplica != null && replica.compareTo(lastReplica) <= 0) {
        throw new MalformedBytesException("replicas out of order", start);
      }
      lastReplica = replica;
      var device = StateCodec.DEVICE_KEY.read(from);
      origins = origins.with(replica, new ReplicaOrigin(device, StateCodec.readKey(from)));
    }
    return origins;
  }

  private static Roster.@Nullable Founding readFounding(CanonicalReader from) {
    int start = from.offset();
    int founded = from.u8();
    return switch (founded) {
      case 0 -> null;
      case 1 ->
          new Roster.Founding(
              Canonical.DOT.read(from),
              Canonical.HYBRID_TIMESTAMP.read(from),
              StateCodec.DEVICE_KEY.read(from),
              Octets.of(from.raw(Operation.FoundWorkspace.NONCE_BYTES)));
      default -> throw new MalformedBytesException("neither founded nor not: " + founded, start);
    };
  }

  private static Dotted<Stamped<Member>> readAdmission(CanonicalReader from) {
    var dot = Canonical.DOT.read(from);
    var at = Canonical.HYBRID_TIMESTAMP.read(from);
    var device = StateCodec.DEVICE_KEY.read(from);
    var name = StateCodec.readKey(from);
    var member = new Member(device, name, OperationReader.readRole(from));
    return new Dotted<>(dot, new Stamped<>(at, member));
  }
}
