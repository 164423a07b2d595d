package dev.flotilla.net.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.Octets;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.PeerAddress;
import dev.flotilla.net.pairing.Invitation;
import dev.flotilla.net.pairing.JoinProof;
import dev.flotilla.net.pairing.JoinReply;
import dev.flotilla.net.session.FakeReplica;
import dev.flotilla.net.wire.Message;
import dev.flotilla.net.wire.WireLimits;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JoinTest {
  @TempDir Path home;
  private Machine inviter;
  private Machine joiner;
  private Machine other;

  @BeforeEach
  void start() throws Exception {
    inviter = Machine.start(home, 1).serve();
    joiner = Machine.start(home, 2);
    other = Machine.start(home, 3);
    inviter.replica.edit();
  }

  @AfterEach
  void close() {
    inviter.close();
    joiner.close();
    other.close();
  }

  @Test
  void whoHoldsTheInvitationBecomesAMemberAndGetsEverything() throws Exception {
    var reply = join(joiner, invitation(List.of(inviter.address())));

    assertThat(reply).isEqualTo(new JoinReply.Admitted("Shop", inviter.replica.heads()));

    joiner.replica.admitting(inviter.id());
    joiner.serve();

    joiner.awaitInSync(inviter);
    assertThat(joiner.replica.heads()).isEqualTo(inviter.replica.heads());
  }

  @Test
  void aWrongSecretIsRefused() throws Exception {
    var invitation = invitation(List.of(inviter.address()));
    var guessed =
        new Invitation(
            invitation.workspace(),
            invitation.workspaceName(),
            invitation.inviter(),
            Invitation.newSecret(),
            invitation.addresses());

    assertRefused(join(joiner, guessed), "unknown");
    assertThat(inviter.replica.isMember(joiner.id())).isFalse();
  }

  /// A secret of 128 bits needs no limit on tries (decision 22): guessing teaches nothing, and
  /// takes nothing away from who was invited.
  @Test
  void pairingWrongCode3Times() throws Exception {
    var invitation = invitation(List.of(inviter.address()));

    for (var tries = 0; tries < 3; tries++) {
      var guessed =
          new Invitation(
              invitation.workspace(),
              invitation.workspaceName(),
              invitation.inviter(),
              Invitation.newSecret(),
              invitation.addresses());
      assertThat(join(other, guessed)).isEqualTo(JoinReply.NOT_PROVED);
    }

    assertThat(inviter.replica.isMember(other.id())).isFalse();
    assertThat(join(joiner, invitation)).isInstanceOf(JoinReply.Admitted.class);
  }

  /// A proof is for one connection. Somebody in the middle has two: what was proved on the one is
  /// worth nothing on the other, even with the key of the device that was invited.
  @Test
  void pairingMitmDifferentExporterFails() throws Exception {
    var invitation = invitation(List.of(inviter.address()));
    var heard = inviter.rawDial(joiner.identity);
    var passedOn = inviter.rawDial(joiner.identity);
    assertThat(heard.binding()).isNotEqualTo(passedOn.binding());
    var proof =
        JoinProof.of(
            invitation.secret(),
            heard.binding(),
            joiner.identity.key(),
            inviter.identity.key(),
            invitation.workspace());

    assertThat(answer(passedOn, proof)).isInstanceOf(Message.Close.class);
    assertThat(inviter.replica.isMember(joiner.id())).isFalse();

    assertThat(answer(heard, proof)).isInstanceOf(Message.Joined.class);
  }

  private static Message answer(TlsChannel channel, Octets proof) throws Exception {
    channel.write(Machine.hello(Message.Intent.JOIN));
    channel.write(new Message.Join(proof));
    var answer = channel.read(WireLimits.MAX_PAYLOAD_BYTES);
    channel.abort();
    return answer;
  }

  @Test
  void anInvitationIsGoodForOneDevice() throws Exception {
    var invitation = invitation(List.of(inviter.address()));

    assertThat(join(joiner, invitation)).isInstanceOf(JoinReply.Admitted.class);

    assertRefused(join(other, invitation), "unknown");
    assertThat(inviter.replica.isMember(other.id())).isFalse();
  }

  @Test
  void anInvitationToAForeignWorkspaceIsRefused() throws Exception {
    var invitation = invitation(List.of(inviter.address()));
    var foreign =
        new Invitation(
            WorkspaceId.parse("ee".repeat(16)),
            invitation.workspaceName(),
            invitation.inviter(),
            invitation.secret(),
            invitation.addresses());

    var guessed =
        new Invitation(
            invitation.workspace(),
            invitation.workspaceName(),
            invitation.inviter(),
            Invitation.newSecret(),
            invitation.addresses());

    assertThat(join(joiner, foreign))
        .as("nobody learns which workspaces are open here")
        .isEqualTo(join(joiner, guessed))
        .isEqualTo(JoinReply.NOT_PROVED);
  }

  @Test
  void theProofIsShownToTheInviterAlone() throws Exception {
    other.serve();

    assertRefused(join(joiner, invitation(List.of(other.address()))), "another machine answers");
  }

  @Test
  void theFirstAddressThatLeadsToTheInviterIsTaken() throws Exception {
    var nowhere = Machine.addressOfNobody();

    var reply = join(joiner, invitation(List.of(nowhere, other.address(), inviter.address())));

    assertThat(reply).isInstanceOf(JoinReply.Admitted.class);
  }

  @Test
  void discoveryHelpsWhereTheAddressesOfTheInvitationAreOld() throws Exception {
    var joining = joiner.network.join(invitation(List.of()));

    joiner.discovery.show(inviter.sighting());

    assertThat(joining.get(20, TimeUnit.SECONDS)).isInstanceOf(JoinReply.Admitted.class);
  }

  @Test
  void closingEndsAJoinThatWaitsForAnAnswer() throws Exception {
    try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var address = new PeerAddress("127.0.0.1", silent.getLocalPort());
      var reply = joiner.network.join(invitation(List.of(address)));
      try (var _ = silent.accept()) {
        joiner.close();

        assertRefused(reply.get(2, TimeUnit.SECONDS), "closed");
      }
    }
  }

  @Test
  void anInviterThatIsNotThereIsSaidSo() throws Exception {
    var nowhere = Machine.addressOfNobody();

    assertRefused(join(joiner, invitation(List.of(nowhere))), "connection refused");
  }

  @Test
  void theOwnInvitationIsForOthers() throws Exception {
    assertRefused(
        join(inviter, invitation(List.of(inviter.address()))), "on the machine that shall join");
  }

  private Invitation invitation(List<PeerAddress> addresses) {
    Octets secret = Invitation.newSecret();
    inviter.replica.invite(secret);
    return new Invitation(FakeReplica.WORKSPACE, "Shop", inviter.id(), secret, addresses);
  }

  private static JoinReply join(Machine machine, Invitation invitation) throws Exception {
    return machine.network.join(invitation).get(20, TimeUnit.SECONDS);
  }

  private static void assertRefused(JoinReply reply, String part) {
    assertThat(reply)
        .isInstanceOfSatisfying(
            JoinReply.Refused.class,
            refused -> assertThat(refused.sentence()).contains(part).endsWith("."));
  }
}
