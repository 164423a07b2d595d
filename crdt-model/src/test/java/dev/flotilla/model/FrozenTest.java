package dev.flotilla.model;

import static dev.flotilla.model.Refusal.Reason.NEEDS_UPDATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.crdt.codec.CanonicalWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What becomes of entities that newer programs wrote to.
class FrozenTest {
  private static final EntityId SHIPPING = EntityId.flag("shipping");
  private static final String SHIPPING_NEEDS_UPDATE =
      "Flag \"shipping\" was edited with a newer version of Flotilla in a way that this version"
          + " does not understand. Nothing is lost; update Flotilla to edit it.";

  private final Desk desk = new Desk();

  private static Operation critical(EntityId about) {
    var body = new CanonicalWriter();
    StateCodec.ENTITY.write(body, about);
    return new Operation.Unknown(
        77, Operation.Unknown.CRITICAL, Octets.of(body.u8(1).u8(2).toBytes()));
  }

  @Test
  void aFrozenEntityIsShownAndNotEdited() {
    desk.edit(Desk.numberFlag("shipping"), Edit.CreateFlag.bool("fast"));
    var before = desk.now();

    desk.apply(List.of(critical(SHIPPING)));

    assertThat(desk.now().frozen()).containsExactly(SHIPPING);
    assertThat(desk.now().changedSince(before)).containsExactly(SHIPPING);
    assertThat(desk.flag("shipping").value("production")).contains(Value.Number.of(1));
    desk.refuses(NEEDS_UPDATE, SHIPPING_NEEDS_UPDATE, Edit.tag("shipping", "x"));
    desk.refuses(NEEDS_UPDATE, SHIPPING_NEEDS_UPDATE, new Edit.DeleteEntity(SHIPPING));
    desk.edit(Edit.tag("fast", "x"));
  }

  @Test
  void anEditOfSomethingElseThatWritesToItIsRefusedAsWell() {
    desk.edit(
        Edit.CreateFlag.bool("fast"), new Edit.CreateFolder("shop", "Shop", Optional.empty()));
    desk.apply(List.of(critical(EntityId.folder("shop"))));

    desk.refuses(
        NEEDS_UPDATE,
        "Folder \"shop\" was edited with a newer version of Flotilla in a way that this version"
            + " does not understand. Nothing is lost; update Flotilla to edit it.",
        Edit.putInto("fast", Optional.of("shop")));
  }

  /// What is not there here may be there for those who understand.
  @Test
  void nobodyCreatesWhatANewerProgramMayHaveCreated() {
    desk.apply(List.of(critical(SHIPPING)));

    assertThat(desk.now().exists(SHIPPING)).isFalse();
    desk.refuses(NEEDS_UPDATE, SHIPPING_NEEDS_UPDATE, Edit.CreateFlag.bool("shipping"));
  }

  @Test
  void anOperationAboutTheWorkspaceFreezesEverything() {
    desk.edit(Edit.CreateFlag.bool("fast"));

    desk.apply(List.of(critical(EntityId.workspace())));

    assertThat(desk.now().isFrozen(EntityId.flag("fast"))).isTrue();
    desk.refuses(
        NEEDS_UPDATE,
        "This workspace was edited with a newer version of Flotilla in a way that this version does"
            + " not understand. Nothing is lost; update Flotilla to edit anything in it.",
        Edit.tag("fast", "x"));
  }

  @Test
  void whatIsNotCriticalFreezesNothing() {
    desk.edit(Desk.numberFlag("shipping"));

    desk.apply(List.of(new Operation.Unknown(77, 1, Octets.of(new byte[] {1, 2, 3}))));

    assertThat(desk.now().frozen()).isEmpty();
    desk.edit(Edit.tag("shipping", "x"));
  }

  /// It may be there again for those who understand.
  @Test
  void nothingIsForgottenOfAFrozenEntityThatIsDeletedHere() {
    desk.edit(Desk.numberFlag("shipping"));
    desk.edit(new Edit.DeleteEntity(SHIPPING));
    var everywhere = VersionVector.of(java.util.Map.of(Desk.REPLICA, 1000L));
    assertThat(desk.now().disposable(everywhere)).containsExactly(SHIPPING);

    desk.apply(List.of(critical(SHIPPING)));

    assertThat(desk.now().disposable(everywhere)).isEmpty();
  }

  /// Whoever freezes things to be in the way of others is made a viewer.
  @Test
  void whatSomebodyFrozeWhoMayNotWriteAnyMoreIsFree() {
    var eve = new ReplicaId(6, 6);
    desk.edit(Desk.numberFlag("shipping"));
    desk.apply(List.of(new Operation.AdmitMember(Desk.device(6), "Eve", Role.EDITOR)));
    desk.apply(eve, List.of(new Operation.OpenReplica(Desk.device(6), "eve"), critical(SHIPPING)));
    assertThat(desk.now().frozen()).containsExactly(SHIPPING);
    var before = desk.now();

    desk.apply(List.of(new Operation.AdmitMember(Desk.device(6), "Eve", Role.VIEWER)));

    assertThat(desk.now().frozen()).isEmpty();
    assertThat(desk.now().changedSince(before)).containsExactly(SHIPPING);
    desk.edit(Edit.tag("shipping", "x"));
  }

  @Test
  void whatSomebodyElseFrozeAsWellStaysFrozen() {
    desk.apply(List.of(new Operation.AdmitMember(Desk.device(6), "Eve", Role.EDITOR)));
    desk.apply(
        new ReplicaId(6, 6),
        List.of(new Operation.OpenReplica(Desk.device(6), "eve"), critical(SHIPPING)));
    desk.apply(List.of(critical(SHIPPING)));

    desk.apply(List.of(new Operation.AdmitMember(Desk.device(6), "Eve", Role.VIEWER)));

    assertThat(desk.now().frozen()).containsExactly(SHIPPING);
  }

  @Test
  void theOrderOfChangesDoesNotMatter() {
    var operations = List.of(critical(SHIPPING), critical(EntityId.flag("fast")));
    var one = new Desk();
    one.apply(new ReplicaId(5, 5), operations);
    one.edit(Edit.CreateFlag.bool("other"));
    var other = new Desk();
    other.edit(Edit.CreateFlag.bool("other"));
    other.apply(new ReplicaId(5, 5), operations);

    assertThat(one.now().frozen()).isEqualTo(other.now().frozen());
    assertThat(one.now().digest()).isNotEmpty();
  }
}
