package dev.flotilla.net.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.Edit;
import dev.flotilla.model.Edit.CreateFlag;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Role;
import dev.flotilla.model.Value;
import dev.flotilla.net.change.ChangeVerifier;
import dev.flotilla.net.session.ReceiveOutcome;
import dev.flotilla.net.store.StoreIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignatureCheckTest extends EnginesTest {
  private static final int MANY = 3 * Arrival.FEW;

  private final AtomicInteger checks = new AtomicInteger();
  private Surroundings ann;
  private Engine first;
  private Engine second;

  @BeforeEach
  void twoThatHaveTheSame() throws Exception {
    ann = counted("ann");
    var ben = counted("ben");
    var founding = Founding.of("Atlas", List.of("production"), ann.device().key(), "ann", random);
    first = open("ann", new StoreIdentity(founding.id(), fresh(), Optional.empty()), ann);
    first.found(founding);
    first.admit(ben.device().key(), "ben", Role.EDITOR);
    first.submit(List.of(CreateFlag.bool("checkout")), "");
    var inviter = Optional.of(ann.device().id());
    second = open("ben", new StoreIdentity(founding.id(), fresh(), inviter), ben);
    deliver(missing());
    checks.set(0);
  }

  @AfterEach
  void close() {
    first.close();
    second.close();
  }

  @Test
  void eachSignatureIsCheckedOnce() {
    edit(MANY);

    var outcome = deliver(missing());

    assertThat(outcome).isEqualTo(new ReceiveOutcome.Committed(first.heads()));
    assertThat(checks).hasValue(MANY);
    assertThat(second.workspace().digest()).isEqualTo(first.workspace().digest());
  }

  @Test
  void theNewestOfManyTellsAtOnceThatTheyWereMadeUp() {
    edit(MANY);
    var raw = missing();
    forge(raw.getLast());
    var before = second.heads();

    var outcome = deliver(raw);

    assertThat(outcome).isInstanceOf(ReceiveOutcome.Refused.class);
    assertThat(checks).hasValue(1);
    assertThat(second.heads()).isEqualTo(before);
  }

  /// Those before it are all right, but came together with it.
  @Test
  void nothingOfManyIsTakenIfTheFirstIsForged() {
    edit(MANY);
    var raw = missing();
    forge(raw.getFirst());
    var before = second.heads();

    assertThat(deliver(raw)).isInstanceOf(ReceiveOutcome.Refused.class);
    assertThat(second.heads()).isEqualTo(before);
    assertThat(deliver(missing())).isEqualTo(new ReceiveOutcome.Committed(first.heads()));
  }

  /// The writer had applied it already when its signature turned out wrong.
  @Test
  void whatWasTakenTooEarlyIsUndone() {
    edit(1);
    var raw = missing();
    forge(raw.getLast());
    var before = second.heads();
    var digest = second.workspace().digest();

    assertThat(deliver(raw)).isInstanceOf(ReceiveOutcome.Refused.class);
    assertThat(second.heads()).isEqualTo(before);
    assertThat(second.workspace().digest()).isEqualTo(digest);
    assertThat(second.alarms()).isEmpty();
    assertThat(deliver(missing())).isEqualTo(new ReceiveOutcome.Committed(first.heads()));
  }

  @Test
  void whatComesBeforeAForgedOneStays() {
    edit(2);
    var raw = missing();
    forge(raw.getLast());

    assertThat(deliver(raw)).isInstanceOf(ReceiveOutcome.Refused.class);
    assertThat(second.heads().seq(first.replicaId()))
        .isEqualTo(first.heads().seq(first.replicaId()) - 1);
  }

  private void edit(int times) {
    for (var i = 0; i < times; i++) {
      Edit edit =
          new Edit.SetField(
              EntityId.flag("checkout"), FieldNames.DESCRIPTION, Value.of("number " + i));
      assertThat(first.submit(List.of(edit), "")).isInstanceOf(EditOutcome.Done.class);
    }
  }

  private List<byte[]> missing() {
    return first.port().changesFor(second.heads(), 1 << 20).raw();
  }

  private static void forge(byte[] raw) {
    raw[raw.length - 1] ^= 1;
  }

  private ReceiveOutcome deliver(List<byte[]> raw) {
    var outcomes = new ArrayList<ReceiveOutcome>();
    second.port().receive(raw, ann.device().id(), outcomes::add);
    return outcomes.getFirst();
  }

  private Surroundings counted(String name) throws Exception {
    return surroundings(
        name,
        (change, workspace, key) -> {
          checks.incrementAndGet();
          return ChangeVerifier.ED25519.verify(change, workspace, key);
        });
  }
}
