package dev.flotilla.net.node;

import dev.flotilla.model.DeviceKey;
import dev.flotilla.model.Edit;
import dev.flotilla.model.Edit.CreateEnvironment;
import dev.flotilla.model.Octets;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Operation.AdmitMember;
import dev.flotilla.model.Operation.FoundWorkspace;
import dev.flotilla.model.Operation.OpenReplica;
import dev.flotilla.model.Refusal;
import dev.flotilla.model.Role;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.store.StoreException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// A new workspace: who founded it, and the environments that everybody starts with.
///
/// @param id follows from the founder's key and a nonce, so that nobody else can found it
/// @param opening the operations of the very first change
/// @param environments the edits of the second one
public record Founding(WorkspaceId id, List<Operation> opening, List<Edit> environments) {
  /// A workspace with a name and environments, founded by a device.
  ///
  /// @param random for the nonce
  /// @throws IllegalArgumentException with a sentence if the name cannot be used
  public static Founding of(
      String name,
      List<String> environments,
      DeviceKey device,
      String deviceName,
      RandomGenerator random) {
    if (name.isBlank() || name.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "A workspace needs a name without line breaks or control characters.");
    }
    var bytes = new byte[FoundWorkspace.NONCE_BYTES];
    random.nextBytes(bytes);
    var nonce = Octets.of(bytes);
    return new Founding(
        WorkspaceId.of(device, nonce),
        List.of(
            new OpenReplica(device, deviceName),
            new FoundWorkspace(nonce, name.strip()),
            new AdmitMember(device, deviceName, Role.OWNER)),
        creating(environments));
  }

  private static List<Edit> creating(List<String> environments) {
    return IntStream.range(0, environments.size())
        .<Edit>mapToObj(i -> new CreateEnvironment(environments.get(i), i + 1))
        .toList();
  }

  /// The work of writing the first two changes.
  Work work(Authoring authoring, CompletableFuture<EditOutcome> done) {
    return new Work() {
      @Override
      public Runnable run(Transaction transaction) throws StoreException {
        var founded = authoring.append(transaction, opening, "");
        var result =
            founded instanceof EditOutcome.Done && !environments.isEmpty()
                ? authoring.edit(transaction, environments, "")
                : founded;
        return () -> done.complete(result);
      }

      @Override
      public void failed(String sentence) {
        done.complete(new EditOutcome.Refused(new Refusal(Refusal.Reason.STORAGE, sentence)));
      }
    };
  }
}
