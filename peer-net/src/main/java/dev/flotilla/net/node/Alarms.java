package dev.flotilla.net.node;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.ReplicaOrigin;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.change.ChangeRef;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/// What a person should look at, one sentence each; said once however often it happens. Any thread.
final class Alarms {
  private static final int KEPT = 64;

  private final Set<String> sentences = new ConcurrentSkipListSet<>();

  void raise(String sentence) {
    if (sentences.size() < KEPT && sentences.add(sentence)) {
      System.getLogger(Alarms.class.getName()).log(Level.WARNING, sentence);
    }
  }

  /// Two versions of one change exist.
  void fork(ChangeRef at, Workspace workspace) {
    raise(
        "%s wrote two different versions of its change %d: its database was probably copied or restored. Newer changes under that id are not taken over."
            .formatted(name(at.author(), workspace), at.seq()));
  }

  /// Something builds on the other version of a forked change.
  void estranged(ChangeRef at, Workspace workspace) {
    raise(
        "A change of %s builds on a version of the history that is not here; it is not taken over."
            .formatted(name(at.author(), workspace)));
  }

  void rotated(ReplicaId before, ReplicaId now) {
    raise(
        "Others know more of this replica than its own database: it was restored or copied. It goes on as %s instead of %s."
            .formatted(now.shortName(), before.shortName()));
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

  List<String> all() {
    return List.copyOf(sentences);
  }

  private static String name(ReplicaId replica, Workspace workspace) {
    return "The replica %s of %s"
        .formatted(
            replica.shortName(),
            workspace.origin(replica).map(ReplicaOrigin::deviceName).orElse("an unknown device"));
  }
}
