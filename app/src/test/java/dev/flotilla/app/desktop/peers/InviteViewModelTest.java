package dev.flotilla.app.desktop.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.model.Role;
import org.junit.jupiter.api.Test;

class InviteViewModelTest {
  private final SketchWorkspace sketch = new SketchWorkspace("Team");
  private final InviteViewModel invite = new InviteViewModel(sketch);

  @Test
  void choosingARoleCreatesNothing() {
    invite.roleProperty().set(Role.VIEWER);
    invite.roleProperty().set(Role.ADMIN);

    assertThat(sketch.invitations()).isEmpty();
    assertThat(invite.invitationProperty().get()).isEmpty();
    assertThat(invite.earlierProperty().get()).isFalse();
  }

  @Test
  void oneClickOrManyCreateOneInvitation() {
    invite.roleProperty().set(Role.VIEWER);

    invite.create();
    invite.create();

    assertThat(sketch.invitations()).containsExactly(Role.VIEWER);
    assertThat(invite.invitationProperty().get()).isNotEmpty();
  }

  @Test
  void anotherRoleNeedsAnotherCreationAndTheEarlierOneIsRemembered() {
    invite.create();

    invite.roleProperty().set(Role.ADMIN);

    assertThat(invite.invitationProperty().get()).isEmpty();
    assertThat(invite.earlierProperty().get()).isTrue();
    assertThat(sketch.invitations()).containsExactly(Role.EDITOR);

    invite.create();

    assertThat(sketch.invitations()).containsExactly(Role.EDITOR, Role.ADMIN);
  }
}
