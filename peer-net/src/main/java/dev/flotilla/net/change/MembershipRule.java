package dev.flotilla.net.change;

import dev.flotilla.crdt.VersionVector;
import dev.flotilla.model.DeviceKey;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Operation.AdmitMember;
import dev.flotilla.model.Operation.FoundWorkspace;
import dev.flotilla.model.Operation.OpenReplica;
import dev.flotilla.model.Operation.Write;
import dev.flotilla.model.Role;
import dev.flotilla.model.WorkspaceId;
import java.util.Optional;

/// Who may do what. A device must have been admitted in the change's past; viewers write nothing;
/// nobody admits above the own role. The founder is known by the workspace's id, which is a hash of
/// its key.
final class MembershipRule {
  private MembershipRule() {}

  /// What a change of the device with `key` may not do, or nothing.
  ///
  /// @param past what the change has seen, itself left out
  static Optional<String> violation(
      Change change, DeviceKey key, VersionVector past, ChangeRules<?> rules) {
    if (change.seq() == 1 && founds(change)) {
      return foundingViolation(change, key, rules.workspace());
    }
    var role = rules.log().admissions().roleIn(past, key.deviceId());
    if (role.isEmpty()) {
      return Optional.of("its device " + key.deviceId().shortName() + " is no member");
    }
    for (var i = 0; i < change.operations().size(); i++) {
      var operation = change.operations().get(i);
      var broken = operationViolation(operation, role.get(), change.seq() == 1 && i == 0);
      if (broken.isEmpty() && operation instanceof AdmitMember admit) {
        broken = demotionViolation(admit, role.get(), past, rules.log().admissions());
      }
      if (broken.isPresent()) {
        return broken;
      }
    }
    return Optional.empty();
  }

  private static boolean founds(Change change) {
    return change.operations().stream().anyMatch(FoundWorkspace.class::isInstance);
  }

  private static Optional<String> foundingViolation(
      Change change, DeviceKey key, WorkspaceId workspace) {
    var right =
        change.dependencies().counters().isEmpty()
            && change.operations().size() == 3
            && change.operations().get(0) instanceof OpenReplica
            && change.operations().get(1) instanceof FoundWorkspace founding
            && WorkspaceId.of(key, founding.nonce()).equals(workspace)
            && change.operations().get(2) instanceof AdmitMember self
            && self.device().equals(key)
            && self.role() == Role.OWNER;
    return right ? Optional.empty() : Optional.of("it founds another workspace");
  }

  /// Only who stands above a member may take a role away from it.
  private static Optional<String> demotionViolation(
      AdmitMember admit, Role own, VersionVector past, Admissions admissions) {
    var current = admissions.roleIn(past, admit.device().deviceId());
    var demotes = current.isPresent() && admit.role().compareTo(current.get()) > 0;
    return demotes && own.compareTo(current.get()) >= 0
        ? Optional.of("its device may not demote " + admit.name())
        : Optional.empty();
  }

  private static Optional<String> operationViolation(
      Operation operation, Role role, boolean opens) {
    return switch (operation) {
      case OpenReplica _ ->
          opens ? Optional.empty() : Optional.of("it opens a replica amid a chain");
      case FoundWorkspace _ -> Optional.of("it founds the workspace again");
      case Write _ when !role.mayEdit() -> Optional.of("its device may only read");
      case Operation.Unknown unknown when unknown.isCritical() && !role.mayEdit() ->
          Optional.of("its device may only read");
      case Operation.Unknown unknown
          when unknown.target().filter(EntityId.workspace()::equals).isPresent()
              && !role.mayGrant(Role.ADMIN) ->
          Optional.of("its device may not speak for the whole workspace");
      case AdmitMember admit when !role.mayGrant(admit.role()) ->
          Optional.of("its device may not admit a member as " + admit.role());
      case Write _, AdmitMember _, Operation.Unknown _ -> Optional.empty();
    };
  }
}
