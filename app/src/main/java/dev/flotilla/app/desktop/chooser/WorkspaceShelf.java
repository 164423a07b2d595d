package dev.flotilla.app.desktop.chooser;

import java.util.List;
import java.util.concurrent.CompletionStage;
import javafx.util.Subscription;

/// The workspaces of one home, as the chooser needs them. Calls return at once or come back as a
/// stage; stages complete on any thread.
public interface WorkspaceShelf {
  /// A workspace of this home. `id` is stable.
  record Entry(String id, String name, int flags, int members) {}

  /// The end of creating or joining.
  sealed interface Outcome {
    record Ready(String id) implements Outcome {}

    record Refused(String sentence) implements Outcome {}
  }

  /// A pasted text as an invitation, or what is wrong with it.
  sealed interface Pasted {
    record Invitation(String workspaceName, String inviter) implements Pasted {}

    record Wrong(String sentence) implements Pasted {}
  }

  String deviceName();

  List<Entry> entries();

  /// Calls `listener`, on any thread, after the entries may have changed.
  Subscription onChange(Runnable listener);

  /// Creates a workspace with these environments.
  CompletionStage<Outcome> create(String name, List<String> environments);

  Pasted read(String invitation);

  CompletionStage<Outcome> join(String invitation);
}
