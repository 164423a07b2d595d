package dev.flotilla.model;

import static dev.flotilla.model.Desk.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.codec.CanonicalReader;
import dev.flotilla.crdt.codec.CanonicalWriter;
import dev.flotilla.crdt.codec.MalformedBytesException;
import dev.flotilla.crdt.sequence.Origin;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The values that say where something stands, and what is left of them for good.
class PlacesAndMovesTest {
  private static final EntityId SHOP = EntityId.folder("shop");
  private static final EntityId FAST = EntityId.flag("fast");

  private final Desk desk = new Desk();

  @Test
  void theyReadAsWhatPeopleUnderstand() {
    var position = new Value.Position(Origin.START);
    var move = new Value.Move(3, Optional.of("shop"));

    assertThat(position.display()).isEmpty();
    assertThat(position.noun()).isEqualTo("a place among rules");
    assertThat(move.display()).isEqualTo("shop");
    assertThat(new Value.Move(3, Optional.empty()).display()).isEmpty();
    assertThat(move.noun()).isEqualTo("a place among folders");
    assertThat(FlagType.STRING.accepts(position)).isFalse();
    assertThat(FlagType.STRING.accepts(move)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> new Value.Move(0, Optional.empty()));
  }

  @Test
  void theyHaveOneForm() {
    for (var value :
        List.of(
            new Value.Position(Origin.START),
            new Value.Move(1, Optional.empty()),
            new Value.Move(300, Optional.of("ü")))) {
      assertThat(StateCodec.VALUE.decode(StateCodec.VALUE.encode(value))).isEqualTo(value);
    }
    for (var bytes : List.of("0603", "07", "070000", "070102", "0701")) {
      assertThatThrownBy(() -> StateCodec.VALUE.decode(HexFormat.of().parseHex(bytes)))
          .as(bytes)
          .isInstanceOf(MalformedBytesException.class);
    }
  }

  @Test
  void aWorkspaceWithThemDecodesFromItsOwnBytesOnly() {
    fill();
    byte[] good = encode(desk.now());
    var random = new SplittableRandom(5);

    assertThat(Workspace.decode(new CanonicalReader(good))).isEqualTo(desk.now());
    for (int round = 0; round < 5_000; round++) {
      byte[] bytes = good.clone();
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      try {
        var reader = new CanonicalReader(bytes);
        var workspace = Workspace.decode(reader);
        reader.end();
        assertThat(encode(workspace)).isEqualTo(bytes);
      } catch (MalformedBytesException expected) {
        assertThat(expected.reason()).isNotBlank();
      }
    }
  }

  @Test
  void whatIsLeftOfAMoveElsewhereThanInAFolderIsNothing() {
    desk.edit(Edit.CreateFlag.bool("fast"));
    desk.applyUnseen(
        new Slot.Field(FAST, FieldNames.PARENT), new Value.Move(1, Optional.of("shop")));
    desk.applyUnseen(new Slot.Element(FAST, "tags", "x"), new Value.Move(1, Optional.empty()));
    var traces = new ArrayList<Trace>();
    desk.now().forEachTrace(traces::add);

    assertThat(traces).isEmpty();
    for (var value : List.of(Value.of(true), Value.of("x"), Value.absent(), Value.Number.of(1))) {
      var trace =
          new Trace(new Slot.Field(SHOP, FieldNames.PARENT), new Dot(Desk.REPLICA, 1), value);
      assertThat(Trace.fits(trace)).isFalse();
    }
  }

  @Test
  void aKeyThatIsTooLongIsRefusedInAMoveAsWell() {
    var long513 = "x".repeat(513);
    desk.edit(new Edit.CreateFolder("shop", "Shop", Optional.empty()));
    desk.applyUnseen(new Slot.Presence(EntityId.folder(long513)), Value.of(true));

    assertThat(desk.plan(new Edit.MoveFolder("shop", Optional.of(long513))))
        .isInstanceOf(Plan.Refused.class);
  }

  @Test
  void nobodyMovesAFolderAfterTheLastNumber() {
    desk.edit(new Edit.CreateFolder("shop", "Shop", Optional.empty()));
    desk.applyUnseen(
        new Slot.Field(SHOP, FieldNames.PARENT), new Value.Move(Long.MAX_VALUE, Optional.empty()));

    desk.refuses(
        Refusal.Reason.INVALID_VALUE,
        "Folders cannot be moved any more: somebody used up the last number of a move.",
        new Edit.MoveFolder("shop", Optional.empty()));
  }

  @Test
  void aFolderInsideOneThatNobodyMadeShowsAtTheTop() {
    desk.edit(new Edit.CreateFolder("shop", "Shop", Optional.empty()));
    desk.applyUnseen(
        new Slot.Field(SHOP, FieldNames.PARENT), new Value.Move(9, Optional.of("nowhere")));

    assertThat(desk.now().folder("shop").orElseThrow().parent()).isEmpty();
    assertThat(desk.now().folder("nowhere")).isEmpty();
  }

  @Test
  void flagsThatShowOthersAreAmongWhatChanged() {
    fill();
    desk.edit(Edit.CreateFlag.bool("slow"), new Edit.Require("fast", "slow", "on"));
    var before = desk.now();
    desk.edit(new Edit.DeleteEntity(EntityId.folder("cart")));

    assertThat(desk.now().changedSince(before)).containsExactly(FAST, EntityId.folder("cart"));
    assertThat(desk.flag("fast").folder()).contains("shop");
  }

  @Test
  void anUnreadableWantedVariantIsNoPrerequisite() {
    desk.edit(Edit.CreateFlag.bool("fast"), Edit.CreateFlag.bool("slow"));
    desk.applyUnseen(new Slot.Element(FAST, FieldNames.REQUIRES, "slow"), Value.of(true));

    assertThat(desk.flag("fast").prerequisites()).isEmpty();
    assertThat(desk.now().conflicts()).isEmpty();
  }

  @Test
  void aFlagThatRequiresItselfIsACycleOfOne() {
    desk.edit(Edit.CreateFlag.bool("fast"));
    desk.applyUnseen(new Slot.Element(FAST, FieldNames.REQUIRES, "fast"), Value.of("on"));

    var cycle = (Conflict.PrerequisiteCycle) desk.now().conflicts().getFirst();
    assertThat(cycle.flags()).containsExactly("fast");
    assertThat(cycle.required(0)).isEqualTo("fast");
    assertThat(cycle.place()).contains(FieldNames.REQUIRES);
    desk.refuses(
        Refusal.Reason.INVALID_CHOICE,
        "Conflict \"%s\" takes no value. Choose one of its alternatives, 0 to 0."
            .formatted(cycle.id()),
        new Edit.Resolve(cycle.id(), new Choice.Put(Value.of("on"))));
    desk.edit(new Edit.Resolve(cycle.id(), new Choice.Pick(0)));
    assertThat(desk.now().conflicts()).isEmpty();
  }

  @Test
  void aFolderPutIntoTheOtherByEachIsSwappedOrLeft() {
    desk.edit(
        new Edit.CreateFolder("shop", "Shop", Optional.empty()),
        new Edit.CreateFolder("cart", "Cart", Optional.empty()));
    var cart = EntityId.folder("cart");
    desk.applyUnseen(
        new Slot.Field(SHOP, FieldNames.PARENT), new Value.Move(7, Optional.of("cart")));
    desk.apply(
        new ReplicaId(8, 8),
        List.of(
            new Operation.Write(
                new Slot.Field(cart, FieldNames.PARENT),
                new Value.Move(8, Optional.of("shop")),
                new TreeSet<>())));

    var cycle = (Conflict.FolderCycle) desk.now().conflicts(cart).getFirst();
    assertThat(cycle.folder()).isEqualTo("cart");
    assertThat(cycle.concerns(SHOP)).isTrue();
    assertThat(cycle.concerns(EntityId.flag("shop"))).isFalse();
    assertThat(cycle.place()).contains(FieldNames.PARENT);

    desk.edit(new Edit.Resolve(cycle.id(), new Choice.Pick(1)));

    assertThat(desk.now().folders())
        .extracting(Folder::path)
        .containsExactly("Shop", "Shop / Cart");
    desk.edit(set(cart, FieldNames.NAME, Value.of("Trolley")));
    assertThat(desk.now().folder("cart").orElseThrow().path()).isEqualTo("Shop / Trolley");
  }

  private void fill() {
    desk.edit(
        new Edit.CreateFolder("shop", "Shop", Optional.empty()),
        new Edit.CreateFolder("cart", "", Optional.of("shop")),
        Edit.CreateFlag.bool("fast"),
        Edit.putInto("fast", Optional.of("cart")),
        new Edit.AddRule("fast", "production", RuleDraft.of("1", "on"), new Place.Last()),
        new Edit.AddRule("fast", "production", RuleDraft.of("2", "on"), new Place.First()));
    var rule = desk.flag("fast").setting("production").rules().getLast().id();
    desk.edit(
        new Edit.MoveRule("fast", "production", rule, new Place.First()),
        new Edit.MoveFolder("cart", Optional.empty()),
        new Edit.MoveFolder("cart", Optional.of("shop")));
  }

  private static byte[] encode(Workspace workspace) {
    var to = new CanonicalWriter();
    workspace.encode(to);
    return to.toBytes();
  }
}
