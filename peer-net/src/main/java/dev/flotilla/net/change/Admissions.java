package dev.flotilla.net.change;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.model.DeviceId;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who was let in, and by which operation. Grants look backwards: an admission counts for the
/// changes that have seen it, so the answer for a change is the same on every replica, whatever
/// arrived first. Immutable.
public final class Admissions {
  public static final Admissions EMPTY = new Admissions(Map.of());

  private final Map<DeviceId, List<Admission>> byDevice;

  private Admissions(Map<DeviceId, List<Admission>> byDevice) {
    this.byDevice = byDevice;
  }

  /// Copies `admissions`.
  public static Admissions of(List<Admission> admissions) {
    var byDevice = new HashMap<DeviceId, List<Admission>>();
    for (var admission : admissions) {
      byDevice.computeIfAbsent(admission.device(), _ -> new ArrayList<>()).add(admission);
    }
    return new Admissions(byDevice);
  }

  /// The admissions that a change contains.
  ///
  /// @param lineage the one that the change belongs to
  public static List<Admission> in(Change change, ReplicaId lineage) {
    var found = new ArrayList<Admission>();
    for (var i = 0; i < change.operations().size(); i++) {
      if (change.operations().get(i) instanceof Operation.AdmitMember admit) {
        var dot = new Dot(lineage, change.first() + i);
        found.add(new Admission(admit.device().deviceId(), admit.role(), change.at(), dot));
      }
    }
    return found;
  }

  /// These and those of a change. Cost: the number of devices if the change admits one, else
  /// nothing.
  public Admissions with(Change change, ReplicaId lineage) {
    var added = in(change, lineage);
    if (added.isEmpty()) {
      return this;
    }
    var copy = new HashMap<>(byDevice);
    for (var admission : added) {
      var grown = new ArrayList<>(copy.getOrDefault(admission.device(), List.of()));
      grown.add(admission);
      copy.put(admission.device(), grown);
    }
    return new Admissions(copy);
  }

  /// The same once a lineage was found to be two.
  public Admissions after(Split split) {
    var renamed = new HashMap<DeviceId, List<Admission>>();
    byDevice.forEach((device, admissions) ->
        renamed.put(
            device,
            admissions.stream()
                .map(one -> new Admission(device, one.role(), one.at(), split.rename(one.dot())))
                .toList()));
    return new Admissions(renamed);
  }

  /// The role that the latest admission in `past` gives to a device; empty if it is no member
  /// there. Of two at the same time the lesser role: names of lineages, which change with what else
  /// is known, decide nothing here.
  public Optional<Role> roleIn(VersionVector past, DeviceId device) {
    return byDevice.getOrDefault(device, List.of()).stream()
        .filter(admission -> past.contains(admission.dot()))
        .max(Comparator.comparing(Admission::at).thenComparing(Admission::role))
        .map(Admission::role);
  }
}
