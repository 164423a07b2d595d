package dev.flotilla.app.desktop.peers;

import dev.flotilla.app.desktop.session.OpenWorkspace;
import dev.flotilla.model.Role;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// One invitation at a time, and only when somebody asks for it: each text that was made stays
/// valid until it is used.
///
/// Thread: FX.
final class InviteViewModel {
  private final OpenWorkspace workspace;
  private final ObjectProperty<Role> role = new SimpleObjectProperty<>(Role.EDITOR);
  private final ReadOnlyStringWrapper invitation = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper earlier = new ReadOnlyBooleanWrapper(false);

  InviteViewModel(OpenWorkspace workspace) {
    this.workspace = workspace;
    role.subscribe((_, _) -> putAway());
  }

  /// What the other machine may do. Another choice puts the shown invitation away.
  ObjectProperty<Role> roleProperty() {
    return role;
  }

  /// The text to send; empty until one is made for the chosen role.
  ReadOnlyStringProperty invitationProperty() {
    return invitation.getReadOnlyProperty();
  }

  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// Whether an invitation was made here that is no longer shown. It still works.
  ReadOnlyBooleanProperty earlierProperty() {
    return earlier.getReadOnlyProperty();
  }

  /// Makes one invitation, unless one is shown.
  void create() {
    if (!invitation.get().isEmpty()) {
      return;
    }
    switch (workspace.invite(role.get())) {
      case OpenWorkspace.Invited.Text(var text) -> {
        invitation.set(text);
        problem.set("");
      }
      case OpenWorkspace.Invited.Refused(var sentence) -> problem.set(sentence);
    }
  }

  private void putAway() {
    if (!invitation.get().isEmpty()) {
      earlier.set(true);
    }
    invitation.set("");
    problem.set("");
  }
}
