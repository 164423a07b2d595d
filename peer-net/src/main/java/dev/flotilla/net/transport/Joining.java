package dev.flotilla.net.transport;

import dev.flotilla.model.DeviceId;
import dev.flotilla.net.PeerAddress;
import dev.flotilla.net.pairing.Invitation;
import dev.flotilla.net.pairing.JoinProof;
import dev.flotilla.net.pairing.JoinReply;
import dev.flotilla.net.session.SyncSession;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// One attempt to become a member: finds the inviter, shows it the proof and nobody else. Blocks
/// its thread.
final class Joining {
  private static final long TRY_AGAIN_MILLIS = 500;

  /// @param reply what the inviter answered
  /// @param reachedAt where it was
  record Answer(JoinReply reply, Optional<PeerAddress> reachedAt) {}

  private final Invitation invitation;
  private final LocalDevice local;
  private final Function<DeviceId, List<PeerAddress>> sighted;
  private final BlockingQueue<DeviceId> news = new LinkedBlockingQueue<>(1);
  private String obstacle = "no address is known";

  /// @param sighted where discovery saw a device
  Joining(Invitation invitation, LocalDevice local, Function<DeviceId, List<PeerAddress>> sighted) {
    this.invitation = invitation;
    this.local = local;
    this.sighted = sighted;
  }

  /// Discovery saw a device.
  void sighted(DeviceId device) {
    if (device.equals(invitation.inviter())) {
      var _ = news.offer(device);
    }
  }

  /// @param searching whether it makes sense to wait until discovery finds the inviter
  Answer run(boolean searching) throws InterruptedException {
    if (invitation.inviter().equals(local.id())) {
      return refused(
          "This invitation was made on this machine: paste it on the machine that shall join.");
    }
    var giveUpAt = local.now() + local.timing().joinMillis();
    while (true) {
      for (var address : candidates()) {
        var answer = ask(address);
        if (answer.isPresent()) {
          return new Answer(answer.get(), Optional.of(address));
        }
      }
      if (!searching || local.now() >= giveUpAt) {
        return refused(
            "The machine that made the invitation cannot be reached ("
                + obstacle
                + "): start Flotilla there, or check the network.");
      }
      var _ = news.poll(TRY_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private Set<PeerAddress> candidates() {
    var candidates = new LinkedHashSet<>(sighted.apply(invitation.inviter()));
    candidates.addAll(invitation.addresses());
    return candidates;
  }

  private Optional<JoinReply> ask(PeerAddress address) throws InterruptedException {
    TlsChannel channel;
    try {
      channel = TlsChannel.dial(address, local.identity(), local.timing().connectMillis());
    } catch (IOException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      obstacle = address + ": " + Endings.reason(e);
      return Optional.empty();
    }
    if (!channel.peer().deviceId().equals(invitation.inviter())) {
      channel.abort();
      obstacle = "at " + address + " another machine answers";
      return Optional.empty();
    }
    return Optional.of(converse(channel));
  }

  private JoinReply converse(TlsChannel channel) {
    var proof =
        JoinProof.of(
            invitation.secret(),
            channel.binding(),
            local.identity().key(),
            channel.peer(),
            invitation.workspace());
    var start =
        SyncSession.ask(
            invitation.workspace(),
            proof,
            local.introduction(),
            local.timing().session(),
            local.now());
    var connection =
        new Connection(channel, Connection.Side.DIALLED, start, local, _ -> Optional.empty());
    connection.run();
    return connection.joined().join();
  }

  private static Answer refused(String sentence) {
    return new Answer(new JoinReply.Refused(sentence), Optional.empty());
  }
}
