package dev.flotilla.net.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.EntityId;
import dev.flotilla.net.Presence;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.identity.DeviceIdentity;
import dev.flotilla.net.session.FakeReplica;
import dev.flotilla.net.session.SessionLimits;
import dev.flotilla.net.wire.CloseReason;
import dev.flotilla.net.wire.Message;
import dev.flotilla.net.wire.WireLimits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several connections to one device.
class DuplicateLinksTest {
  private static final int STORM = 20;
  private static final SessionLimits IMPATIENT = new SessionLimits(5_000, 400, 1_200, 20, 1_000);

  @TempDir private Path home;

  @Test
  void reconnectStormSameDeviceTwoSockets() throws Exception {
    var device = DeviceIdentity.loadOrCreate(Files.createDirectories(home.resolve("other")));
    try (var machine = Machine.start(home, 1).serve()) {
      machine.replica.admitting(device.id());

      TlsChannel before = null;
      for (var i = 0; i < STORM; i++) {
        var fresh = greeted(machine, device, 7);
        assertThat(lastWord(before)).isIn(null, CloseReason.DUPLICATE);
        before = fresh;
      }

      machine.awaitOneConnection();
      machine.replica.edit();
      assertThat(before).isNotNull();
      while (!(before.read(WireLimits.MAX_PAYLOAD_BYTES) instanceof Message.Ack)) {
        // HELLO, HEADS and what else comes before the news of the edit.
      }
    }
  }

  /// One drove out the other, which dialled again, for ever.
  @Test
  void twoRunningCopiesOfADeviceKeepALinkEach() throws Exception {
    Files.createDirectories(home.resolve("machine2"));
    try (var original = Machine.start(home, 1);
        var third = Machine.start(home, 3, Machine.timing(IMPATIENT)).serve()) {
      Files.copy(home.resolve("machine1/device.key"), home.resolve("machine2/device.key"));
      try (var copy = Machine.start(home, 2)) {
        assertThat(copy.id()).isEqualTo(original.id());
        Machine.befriend(original, third);
        Machine.befriend(copy, third);
        original.serve().dial(third);
        copy.serve().dial(third);

        for (var i = 1; i <= 20; i++) {
          original.replica.edit();
          copy.replica.edit();
          var edits = 2 * i;
          awaitEdits(third, edits);
          awaitEdits(original, edits);
          awaitEdits(copy, edits);
        }

        third.awaitConnections(2);
        third.replica.await(
            "the device is said to run twice", now -> now.twins().equals(Set.of(original.id())));
      }
    }
  }

  /// Each says that it is another running copy of one device.
  @Test
  void aDeviceKeepsNoMoreLinksThanAFewHoweverManyCopiesItSaysToBe() throws Exception {
    var device = DeviceIdentity.loadOrCreate(Files.createDirectories(home.resolve("other")));
    try (var machine = Machine.start(home, 1).serve()) {
      machine.replica.admitting(device.id());

      var all = new ArrayList<TlsChannel>();
      for (var i = 1; i <= STORM; i++) {
        all.add(greeted(machine, device, i));
      }

      machine.awaitConnections(4);
      for (var channel : all) {
        channel.abort();
      }
    }
  }

  /// What is left of the program that ran before says nothing any more, so it runs once.
  @Test
  void aDeviceThatWasStartedAgainDoesNotRunTwice() throws Exception {
    var device = DeviceIdentity.loadOrCreate(Files.createDirectories(home.resolve("other")));
    try (var machine = Machine.start(home, 1, Machine.timing(IMPATIENT)).serve()) {
      machine.replica.admitting(device.id());

      var before = greeted(machine, device, 7);
      var after = greeted(machine, device, 8);
      machine.awaitConnections(2);
      for (var rounds = 0; rounds < 3; ) {
        if (after.read(WireLimits.MAX_PAYLOAD_BYTES) instanceof Message.Ping(var token)) {
          after.write(new Message.Pong(token));
          rounds++;
        }
      }

      machine.awaitConnections(1);
      assertThat(machine.replica.twins()).isEmpty();
      before.abort();
      after.abort();
    }
  }

  /// It was said to edit for as long as it was linked.
  @Test
  void whatADeviceWasAboutBeforeItWasStartedAgainIsOver() throws Exception {
    var edits = Presence.editing(EntityId.flag("checkout"), "owner");
    var device = DeviceIdentity.loadOrCreate(Files.createDirectories(home.resolve("other")));
    try (var machine = Machine.start(home, 1).serve()) {
      machine.replica.admitting(device.id());
      var before = greeted(machine, device, 7);
      before.write(new Message.HeadsAre(Heads.EMPTY));
      before.write(new Message.Present(edits));
      machine.replica.await("it edits", now -> now.presence(device.id()).equals(edits));

      var after = greeted(machine, device, 8);
      machine.awaitConnections(2);
      before.abort();

      machine.replica.await("it is over", now -> !now.presence(device.id()).isSomething());
      machine.awaitConnections(1);
      after.abort();
    }
  }

  private static void awaitEdits(Machine machine, long edits) {
    machine.replica.await(
        edits + " edits arrive",
        now -> now.heads().asMap().values().stream().mapToLong(head -> head.seq()).sum() == edits);
  }

  private static TlsChannel greeted(Machine machine, DeviceIdentity device, long instance)
      throws Exception {
    var channel = machine.rawDial(device);
    channel.write(
        new Message.Hello(
            1, 3, Message.Intent.SYNC, FakeReplica.WORKSPACE, 0, 0, "storm", instance));
    assertThat(channel.read(WireLimits.MAX_PAYLOAD_BYTES)).isInstanceOf(Message.Hello.class);
    return channel;
  }

  private static @Nullable CloseReason lastWord(@Nullable TlsChannel channel) throws Exception {
    while (channel != null) {
      if (channel.read(WireLimits.MAX_PAYLOAD_BYTES) instanceof Message.Close(var reason, _)) {
        channel.abort();
        return reason;
      }
    }
    return null;
  }
}
