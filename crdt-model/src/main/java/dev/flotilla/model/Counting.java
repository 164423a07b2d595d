package dev.flotilla.model;

import static dev.flotilla.model.Sentences.quoted;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.Edit.AddToCounter;
import dev.flotilla.model.Edit.PutBack;
import dev.flotilla.model.Refusal.Reason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;

/// Edits of what is counted.
final class Counting {
  private static final BigDecimal MAX = BigDecimal.valueOf(Counter.MAX);

  private final Draft draft;

  Counting(Draft draft) {
    this.draft = draft;
  }

  Optional<Refusal> add(AddToCounter edit) {
    var id = EntityId.counter(edit.counter());
    if (!draft.exists(id)) {
      return Optional.of(Sentences.unknown(draft.now(), id));
    }
    if (edit.amount() == 0) {
      return Optional.of(
          new Refusal(Reason.NOTHING_TO_DO, "Adding 0 to a counter changes nothing."));
    }
    var slot = new Slot.Field(id, FieldNames.counted(draft.author()));
    long own = amount(Contents.value(draft.siblings(slot))).orElse(0);
    long value = draft.now().counter(edit.counter()).map(Counter::value).orElse(0L);
    var total = within(own, edit.amount());
    if (total.isEmpty() || within(value, edit.amount()).isEmpty()) {
      return Optional.of(outOfRange(edit, value, own));
    }
    draft.touch(id);
    draft.write(slot, Value.Number.of(total.getAsLong()), read(slot));
    return Optional.empty();
  }

  /// Whether this replica counts in a slot.
  boolean isOwn(Slot.Field slot) {
    return slot.entity().kind().equals(EntityId.COUNTER)
        && slot.name().equals(FieldNames.counted(draft.author()));
  }

  /// Takes back what this replica counted, however far it has counted on: the totals from before
  /// come back with what was counted since, several as the conflict that they were. If the number
  /// is from somebody else by now, who settled a conflict, or the counter was made anew, it stays.
  Optional<Refusal> putBack(Slot.Field slot, PutBack edit) {
    var replaced = read(slot);
    var now = amount(Contents.value(draft.siblings(slot)));
    if (now.isEmpty() || replaced.stream().noneMatch(this::isOwn)) {
      return Optional.empty();
    }
    var mine = new TreeSet<>(draft.siblings(slot).dots());
    mine.retainAll(edit.undone());
    replaced.addAll(mine);
    long written = amount(edit.written()).orElse(0);
    long value =
        draft.now().counter(slot.entity().key()).map(Counter::value).orElse(now.getAsLong());
    var totals = new ArrayList<Value>();
    for (long total : totalsBefore(edit)) {
      // None of them is beyond 2⁵³.
      var back = new AddToCounter(slot.entity().key(), total - written);
      var own = within(now.getAsLong(), back.amount());
      if (own.isEmpty() || within(value, back.amount()).isEmpty()) {
        return Optional.of(outOfRange(back, value, now.getAsLong()));
      }
      totals.add(Value.Number.of(own.getAsLong()));
    }
    draft.touch(slot.entity());
    // What is read comes last, as wherever a conflict is put back.
    for (var total : totals.reversed()) {
      draft.write(slot, total, replaced);
      replaced = PuttingBack.none();
    }
    return Optional.empty();
  }

  private boolean isOwn(Dot dot) {
    return dot.replica().equals(draft.author());
  }

  private static List<Long> totalsBefore(PutBack edit) {
    return edit.before().isEmpty()
        ? List.of(0L)
        : edit.before().stream()
            .map(earlier -> amount(earlier.value()).orElse(0))
            .distinct()
            .toList();
  }

  /// The sum, if a counter may be brought there: towards the middle it always may.
  private static OptionalLong within(long now, long amount) {
    long sum;
    try {
      sum = Math.addExact(now, amount);
    } catch (ArithmeticException _) {
      return OptionalLong.empty();
    }
    boolean fits = sum >= Counter.MIN && sum <= Counter.MAX;
    // Negative, because the smallest number has no positive counterpart.
    boolean nearer = -Math.abs(sum) > -Math.abs(now) && (sum >= 0) == (now >= 0);
    return fits || nearer ? OptionalLong.of(sum) : OptionalLong.empty();
  }

  /// The writes that the number now shown is from. Others say something else only if two machines
  /// counted with one copy of a home; that stays to be looked at, whoever counts on.
  private SortedSet<Dot> read(Slot slot) {
    var shown = Contents.value(draft.siblings(slot));
    var dots = new TreeSet<Dot>();
    for (var sibling : draft.siblings(slot).entries()) {
      if (sibling.value().value().equals(shown)) {
        dots.add(sibling.dot());
      }
    }
    return dots;
  }

  private static Refusal outOfRange(AddToCounter edit, long value, long own) {
    return new Refusal(
        Reason.OUT_OF_RANGE,
        String.format(
            Locale.ROOT,
            "Counter %s stands at %,d, of which %,d were counted here; %,d more is beyond what a counter and each of its devices hold, which is %,d to %,d.",
            quoted(edit.counter()),
            value,
            own,
            edit.amount(),
            Counter.MIN,
            Counter.MAX));
  }

  /// What a replica has counted, if the value can be that: anything else was not written by an edit
  /// and reads as not set.
  static OptionalLong amount(Value value) {
    return value instanceof Value.Number(BigDecimal number)
            && number.scale() <= 0
            && number.abs().compareTo(MAX) <= 0
        ? OptionalLong.of(number.longValueExact())
        : OptionalLong.empty();
  }

  /// The replica whose field this is.
  static Optional<ReplicaId> replica(String name) {
    try {
      return Optional.of(ReplicaId.parse(name));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
