package dev.flotilla.net.node;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.DeviceId;
import dev.flotilla.model.DeviceKey;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Member;
import dev.flotilla.model.ReplicaOrigin;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.change.ChangeLimits;
import dev.flotilla.net.change.ChangeRef;
import dev.flotilla.net.change.Lineage;
import dev.flotilla.net.change.Lineages;
import dev.flotilla.net.store.Renewal;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;

/// What a person should look at, one sentence each; said once however often it happens. Any thread.
final class Alarms {
  private static final int KEPT = 64;

  private static final int NAMED_MAX = 5;
  private static final int KEY_LENGTH_MAX = 80;

  private final Set<String> sentences = new ConcurrentSkipListSet<>();

  void raise(String sentence) {
    if (sentences.size() < KEPT && sentences.add(sentence)) {
      System.getLogger(Alarms.class.getName()).log(Level.WARNING, sentence);
    }
  }

  /// Authors who said two things.
  void forks(Lineages lineages, Workspace workspace) {
    for (var author : lineages.forkedAuthors()) {
      for (var lineage : lineages.ofAuthor(author)) {
        if (!lineage.isUnnamed()) {
          fork(new ChangeRef(author, lineage.baseSeq() + 1), workspace, lineage.id());
        }
      }
    }
  }

  /// There are two of a change.
  ///
  /// @param branch the lineage that begins with it
  void fork(ChangeRef at, Workspace workspace, ReplicaId branch) {
    raise(
        "%s has two histories from its change %d on: its data was copied or restored while it went on elsewhere. Both are kept and merged. If two copies of that home are still in use, give one of them a home of its own."
            .formatted(name(at.author(), branch, workspace), at.seq()));
  }

  /// One more history than anybody may have.
  void tooManyBranches(ChangeRef at, Workspace workspace, Lineages lineages) {
    var branch = lineages.ofAuthor(at.author()).stream().map(Lineage::id).findFirst();
    raise(
        "%s has more than %d histories; further ones are not taken over. Remove the copies of that home, and let those machines join the workspace by invitations of their own."
            .formatted(
                name(at.author(), branch.orElse(at.author()), workspace), ChangeLimits.BRANCHES));
  }

  /// Two copies of a home are in use.
  void twins(DeviceId device, Workspace workspace) {
    raise(
        "The device %s runs twice: two copies of its home are connected at the same time. Nothing is lost. Give one of the two a home of its own, and let it join by an invitation."
            .formatted(workspace.member(device).map(Member::name).orElseGet(device::shortName)));
  }

  /// One more replica than any device may have.
  void tooManyReplicas(DeviceKey key, Workspace workspace) {
    var device = key.deviceId();
    raise(
        "%s (%s) opened more than %d replicas; no more of them are taken. If it is restored that often, let it join again by an invitation, with a new home. If not, its key is misused: make it a viewer."
            .formatted(
                workspace.member(device).map(Member::name).orElse("A device"),
                device.shortName(),
                ChangeLimits.REPLICAS));
  }

  /// Without the ids, so that it is said once.
  void rotated() {
    raise(
        "Others have changes of this replica that its own database did not: it was restored or copied. Nothing is lost, and it goes on under another id. If another copy of this home is in use, give one of the two a home of its own.");
  }

  /// The database is not what it was when it was closed, and goes on under another id.
  void renewed(Renewal found, ReplicaId now) {
    var sentence =
        switch (found.cause()) {
          case COPIED ->
              "This copy of the workspace was copied or restored from the one known as %s. Nothing is lost, and it goes on as %s. If both are in use, give one of the two a home of its own.";
          case ROLLED_BACK ->
              "The database of this workspace, known as %s, is older than what this machine wrote last: it was restored or rolled back. It goes on as %s. What was written since then comes back from the other devices, as far as they have it.";
        };
    raise(sentence.formatted(found.before().shortName(), now.shortName()));
  }

  /// A database was damaged.
  ///
  /// @param saved how many changes could be taken over from it
  void repaired(Path aside, long saved, String damage) {
    raise(
        "The database of this workspace was damaged and is kept as %s. %d changes were saved from it; what is missing comes from the other devices."
            .formatted(aside.getFileName(), saved));
    System.getLogger(Alarms.class.getName()).log(Level.WARNING, damage);
  }

  /// A damaged database is still there.
  void kept(Path aside) {
    raise(
        "A damaged database of this workspace is kept as %s. Delete it if nothing is missing."
            .formatted(aside.getFileName()));
  }

  /// What newer programs wrote that this one does not understand, for as long as it does not.
  static Optional<String> needsUpdate(Workspace workspace) {
    var frozen = workspace.frozen();
    if (frozen.isEmpty()) {
      return Optional.empty();
    }
    if (workspace.isFrozen(EntityId.workspace())) {
      return Optional.of(
          "This workspace was edited with a newer version of Flotilla in a way that this version"
              + " does not understand. Nothing is lost; update Flotilla to edit anything in it.");
    }
    var named =
        frozen.stream().limit(NAMED_MAX).map(Alarms::words).collect(Collectors.joining(", "));
    return Optional.of(
        "Edited with a newer version of Flotilla in a way that this version does not understand: %s%s. Nothing is lost; update Flotilla to edit %s."
            .formatted(
                named,
                frozen.size() > NAMED_MAX ? " and " + (frozen.size() - NAMED_MAX) + " more" : "",
                frozen.size() == 1 ? "it" : "them"));
  }

  private static String words(EntityId id) {
    var key =
        id.key().length() <= KEY_LENGTH_MAX
            ? id.key()
            : id.key().substring(0, KEY_LENGTH_MAX) + "…";
    return (id.kind().equals(EntityId.TAG_SET) ? "tag set" : id.kind()) + " \"" + key + '"';
  }

  List<String> all() {
    return List.copyOf(sentences);
  }

  private static String name(ReplicaId author, ReplicaId branch, Workspace workspace) {
    return "The replica %s of %s"
        .formatted(
            author.shortName(),
            workspace.origin(branch).map(ReplicaOrigin::deviceName).orElse("an unknown device"));
  }
}
