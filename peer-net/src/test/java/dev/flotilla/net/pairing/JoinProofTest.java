package dev.flotilla.net.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.DeviceKey;
import dev.flotilla.model.Octets;
import dev.flotilla.model.WorkspaceId;
import org.junit.jupiter.api.Test;

class JoinProofTest {
  private static final Octets SECRET = Octets.parse("01".repeat(16));
  private static final Octets CHANNEL = Octets.parse("02".repeat(32));
  private static final DeviceKey JOINER = DeviceKey.of(Octets.parse("03".repeat(32)).bytes());
  private static final DeviceKey INVITER = DeviceKey.of(Octets.parse("04".repeat(32)).bytes());
  private static final WorkspaceId WORKSPACE = WorkspaceId.parse("05".repeat(16));
  private static final Octets PROOF = JoinProof.of(SECRET, CHANNEL, JOINER, INVITER, WORKSPACE);

  @Test
  void theRightSecretProves() {
    assertThat(request(WORKSPACE, JOINER, INVITER, CHANNEL).proves(SECRET)).isTrue();
  }

  @Test
  void anotherSecretDoesNot() {
    assertThat(request(WORKSPACE, JOINER, INVITER, CHANNEL).proves(Invitation.newSecret()))
        .isFalse();
  }

  @Test
  void aProofIsWorthlessOnAnyOtherConnection() {
    var otherChannel = Octets.parse("0a".repeat(32));

    assertThat(request(WORKSPACE, JOINER, INVITER, otherChannel).proves(SECRET)).isFalse();
  }

  @Test
  void aProofIsWorthlessForAnyOtherDeviceOrWorkspace() {
    assertThat(request(WORKSPACE, INVITER, INVITER, CHANNEL).proves(SECRET)).isFalse();
    assertThat(request(WORKSPACE, JOINER, JOINER, CHANNEL).proves(SECRET)).isFalse();
    assertThat(request(WorkspaceId.parse("06".repeat(16)), JOINER, INVITER, CHANNEL).proves(SECRET))
        .isFalse();
  }

  /// Both programs must compute the same; written once from an independent implementation.
  @Test
  void theProofNeverChanges() {
    assertThat(PROOF)
        .hasToString("6b28b121b9773721c74eb205e31baf6a5f3eec9b45af1be222d5214a8c7c31ac");
  }

  private static JoinRequest request(
      WorkspaceId workspace, DeviceKey joiner, DeviceKey inviter, Octets channel) {
    return new JoinRequest(workspace, joiner, inviter, "laptop", channel, PROOF);
  }
}
