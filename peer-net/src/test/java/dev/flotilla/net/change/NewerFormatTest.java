package dev.flotilla.net.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Operation.AdmitMember;
import dev.flotilla.model.Operation.OpenReplica;
import dev.flotilla.model.Role;
import dev.flotilla.net.change.pack.ChangePacker;
import dev.flotilla.net.change.pack.ChangeUnpacker;
import dev.flotilla.net.change.pack.LogHashes;
import dev.flotilla.net.change.pack.Unpacked;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Changes of programs that know more than this one.
class NewerFormatTest {
  private static final TestDevice ANN = TestDevice.named("Ann");
  private static final TestDevice BEN = TestDevice.named("Ben");
  private static final ReplicaId ANNS = new ReplicaId(1, 1);
  private static final ReplicaId BENS = new ReplicaId(2, 2);
  private static final EntityId CHECKOUT = EntityId.flag("checkout");
  private static final byte[] MORE = {1, 2, 3};

  private final MemoryLog log = new MemoryLog(MemoryLog.foundedBy(ANN));
  private final Change founding = log.found(ANN, ANNS);

  @Test
  void aChangeOfANewerFormatTakesItsPlaceInTheLog() {
    log.author(ANN, ANNS, new AdmitMember(BEN.key(), "Ben", Role.EDITOR));
    var raw =
        newer(
            log.draft(
                BEN,
                BENS,
                new OpenReplica(BEN.key(), "Ben"),
                NewerChanges.critical(CHECKOUT, "dark")));

    var change = decoded(raw);

    assertThat(change.format()).isEqualTo(2);
    assertThat(change.raw()).isEqualTo(raw);
    assertThat(log.take(change)).isInstanceOf(Verdict.Applicable.class);
    assertThat(log.state().frozen()).containsExactly(CHECKOUT);
    assertThat(log.heads().seq(BENS)).isEqualTo(1);
    var next = log.author(BEN, BENS, Writes.create("search"));
    assertThat(next.previous()).isEqualTo(change.hash());
  }

  /// Whatever its operations mean there: who does not understand them does nothing.
  @Test
  void writesOfANewerFormatHaveNoEffect() {
    var old = log.draft(ANN, ANNS, Writes.create("checkout"));

    assertThat(log.take(decoded(newer(old)))).isInstanceOf(Verdict.Applicable.class);

    assertThat(log.state().exists(CHECKOUT)).isFalse();
    assertThat(log.state().vector().get(ANNS)).isEqualTo(4);
  }

  @Test
  void everyByteOfItIsSigned() {
    var raw = newer(log.draft(ANN, ANNS, NewerChanges.critical(CHECKOUT, "dark")));

    for (var bit = 0; bit < raw.length * Byte.SIZE; bit++) {
      var flipped = raw.clone();
      flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      var accepted =
          ChangeCodec.decode(flipped) instanceof Decoded.Valid(var change)
              && ChangeCodec.verify(change, MemoryLog.foundedBy(ANN), ANN.key());
      assertThat(accepted).as("bit %d", bit).isFalse();
    }
  }

  /// Otherwise whoever may only look could keep everybody from editing.
  @Test
  void whoMayOnlyLookFreezesNothing() {
    log.author(ANN, ANNS, new AdmitMember(BEN.key(), "Ben", Role.VIEWER));
    log.author(BEN, BENS, new OpenReplica(BEN.key(), "Ben"));

    var critical = log.draft(BEN, BENS, NewerChanges.critical(CHECKOUT, "dark"));

    assertThat(log.take(critical)).isEqualTo(new Verdict.Invalid("its device may only read"));
  }

  @Test
  void onlyAnAdminSpeaksForTheWholeWorkspace() {
    var all = NewerChanges.critical(EntityId.workspace(), "dark");
    log.author(ANN, ANNS, new AdmitMember(BEN.key(), "Ben", Role.EDITOR));
    log.author(BEN, BENS, new OpenReplica(BEN.key(), "Ben"));

    assertThat(log.take(log.draft(BEN, BENS, all)))
        .isEqualTo(new Verdict.Invalid("its device may not speak for the whole workspace"));
    log.author(ANN, ANNS, new AdmitMember(BEN.key(), "Ben", Role.ADMIN));
    assertThat(log.take(log.draft(BEN, BENS, all))).isInstanceOf(Verdict.Applicable.class);
    assertThat(log.state().isFrozen(CHECKOUT)).isTrue();
  }

  @Test
  void whatIsNotUnderstoodTravelsWhole() {
    var unknown = log.author(ANN, ANNS, NewerChanges.critical(CHECKOUT, "dark"));
    var newer = decoded(newer(log.draft(ANN, ANNS, Writes.create("search"))));
    log.take(newer);
    var run = List.of(founding.raw(), unknown.raw(), newer.raw());

    var packed = ChangePacker.pack(run, Heads.EMPTY);

    var bytes = run.stream().mapToInt(raw -> raw.length).sum();
    assertThat(ChangeUnpacker.unpack(packed, bytes, new NoHashes()))
        .isInstanceOfSatisfying(
            Unpacked.Restored.class,
            restored -> assertThat(restored.raw()).containsExactlyElementsOf(run));
  }

  @Test
  void readsTheGoldenBytes() throws IOException {
    var draft =
        new Draft(
            ANNS,
            2,
            4,
            founding.hash(),
            Dependencies.of(Map.of(), (_, _) -> ChangeHash.NONE),
            founding.at(),
            "",
            List.of(NewerChanges.critical(CHECKOUT, "dark")));

    assertThat(HexFormat.of().formatHex(newer(draft))).isEqualTo(golden());
    assertThat(decoded(HexFormat.of().parseHex(golden())).operations())
        .containsExactlyElementsOf(draft.operations());
  }

  @Test
  void thereIsNoFormatBeforeTheFirst() {
    var raw = founding.raw();
    raw[0] = 0;

    assertThat(ChangeCodec.decode(raw))
        .isEqualTo(new Decoded.Malformed("no format of a change: 0", 0));
  }

  private static byte[] newer(Change change) {
    return newer(change.content());
  }

  private static byte[] newer(Draft draft) {
    return NewerChanges.inFormat(2, draft, MORE, MemoryLog.foundedBy(ANN), deviceOf(draft));
  }

  private static TestDevice deviceOf(Draft draft) {
    return draft.author().equals(ANNS) ? ANN : BEN;
  }

  private static Change decoded(byte[] raw) {
    return switch (ChangeCodec.decode(raw)) {
      case Decoded.Valid(var change) -> change;
      case Decoded.Malformed malformed -> throw new AssertionError(malformed.toString());
    };
  }

  private static String golden() throws IOException {
    try (var in = NewerFormatTest.class.getResourceAsStream("/golden/v1/newer-format.hex")) {
      return in == null
          ? "no golden bytes"
          : new String(in.readAllBytes(), StandardCharsets.US_ASCII).replaceAll("\\s", "");
    }
  }

  private record NoHashes() implements LogHashes<RuntimeException> {
    @Override
    public Optional<ChangeHash> hashOf(ReplicaId author, long seq) {
      return Optional.empty();
    }

    @Override
    public Optional<ChangeHash> hashEndingAt(ReplicaId author, long counter) {
      return Optional.empty();
    }
  }
}
