package dev.flotilla.net.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.Edit;
import dev.flotilla.model.Edit.CreateFlag;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Octets;
import dev.flotilla.model.Role;
import dev.flotilla.model.Value;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.change.pack.ChangePacker;
import dev.flotilla.net.session.ReceiveOutcome;
import dev.flotilla.net.store.StoreIdentity;
import dev.flotilla.net.wire.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PackedDeliveryTest extends EnginesTest {
  private Surroundings ann;
  private Engine first;
  private Engine second;

  @BeforeEach
  void twoThatHaveTheSame() throws Exception {
    ann = surroundings("ann");
    var ben = surroundings("ben");
    var founding = Founding.of("Atlas", List.of("production"), ann.device().key(), "ann", random);
    first = open("ann", new StoreIdentity(founding.id(), fresh(), Optional.empty()), ann);
    first.found(founding);
    first.admit(ben.device().key(), "ben", Role.EDITOR);
    var inviter = Optional.of(ann.device().id());
    second = open("ben", new StoreIdentity(founding.id(), fresh(), inviter), ben);
    deliver(second, first);
  }

  @AfterEach
  void close() {
    first.close();
    second.close();
  }

  @Test
  void packedChangesAreMadeWholeFromTheLog() {
    second.submit(List.of(CreateFlag.bool("checkout")), "by Ben");
    deliver(first, second);
    first.submit(List.of(describe("One")), "");
    first.submit(List.of(describe("Two")), "");

    var outcome = deliverPacked(second, first, second.heads());

    assertThat(outcome).isEqualTo(new ReceiveOutcome.Committed(first.heads()));
    assertThat(second.workspace().digest()).isEqualTo(first.workspace().digest());
  }

  @Test
  void whoLacksWhatTheSenderTookForKnownSaysSoAndKeepsNothing() {
    first.submit(List.of(CreateFlag.bool("checkout")), "");
    var claimed = first.heads();
    first.submit(List.of(describe("One")), "");
    var before = second.heads();

    var outcome = deliverPacked(second, first, claimed);

    assertThat(outcome).isInstanceOf(ReceiveOutcome.NotWhole.class);
    assertThat(second.heads()).isEqualTo(before);
    assertThat(deliver(second, first)).isInstanceOf(ReceiveOutcome.Committed.class);
    assertThat(second.workspace().digest()).isEqualTo(first.workspace().digest());
  }

  @Test
  void wrongSignaturesInAPackEndNothingYet() {
    first.submit(List.of(CreateFlag.bool("checkout")), "");
    var raw = first.port().changesFor(second.heads(), 1 << 18).raw();
    raw.getFirst()[raw.getFirst().length - 1] ^= 1;
    var packed = ChangePacker.pack(raw, second.heads());

    assertThat(receive(second, packed, raw)).isInstanceOf(ReceiveOutcome.NotWhole.class);
  }

  @Test
  void whatIsNoPackIsRefused() {
    var raw = first.port().changesFor(Heads.EMPTY, 1 << 18).raw();

    assertThat(receive(second, new byte[] {1, 2, 3}, raw))
        .isInstanceOf(ReceiveOutcome.Refused.class);
  }

  private ReceiveOutcome deliver(Engine to, Engine from) {
    var outcomes = new ArrayList<ReceiveOutcome>();
    var batch = from.port().changesFor(to.heads(), 1 << 20);
    to.port().receive(batch.raw(), ann.device().id(), outcomes::add);
    return outcomes.getFirst();
  }

  private ReceiveOutcome deliverPacked(Engine to, Engine from, Heads theirs) {
    var raw = from.port().changesFor(theirs, 1 << 18).raw();
    return receive(to, ChangePacker.pack(raw, theirs), raw);
  }

  private ReceiveOutcome receive(Engine to, byte[] packed, List<byte[]> raw) {
    var bytes = raw.stream().mapToInt(change -> change.length).sum();
    var outcomes = new ArrayList<ReceiveOutcome>();
    var changes = new Message.PackedChanges(bytes, Octets.of(packed));
    to.port().receivePacked(changes, ann.device().id(), outcomes::add);
    return outcomes.getFirst();
  }

  private static Edit describe(String text) {
    return new Edit.SetField(EntityId.flag("checkout"), FieldNames.DESCRIPTION, Value.of(text));
  }
}
