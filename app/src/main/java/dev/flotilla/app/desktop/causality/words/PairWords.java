package dev.flotilla.app.desktop.causality.words;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.Event;
import dev.flotilla.app.causality.Touch;
import dev.flotilla.app.desktop.text.FieldWords;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.crdt.CausalOrder;
import dev.flotilla.model.EntityId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Says of two events which came first, or that neither had seen the other, and why.
///
/// Immutable, for one history.
public final class PairWords {
  /// Clocks that differ less are not worth a word.
  private static final Duration CLOCKS_TOLD = Duration.ofSeconds(60);

  private final EventWords events;
  private final CausalHistory history;
  private final Texts texts;
  private final FieldWords fields;

  public PairWords(EventWords events) {
    this.events = events;
    this.history = events.history();
    this.texts = events.texts();
    this.fields = new FieldWords(texts);
  }

  /// How one event stands to another.
  public Relation of(int one, int other) {
    CausalOrder order = history.compare(one, other);
    return switch (order) {
      case EQUAL -> new Relation(order, texts.of("seen.pair.same"), List.of());
      case CONCURRENT -> concurrent(Math.min(one, other), Math.max(one, other));
      case BEFORE -> ordered(order, one, other);
      case AFTER -> ordered(order, other, one);
    };
  }

  private Relation concurrent(int one, int other) {
    List<String> sentences = new ArrayList<>();
    sentences.add(known(one, other));
    sentences.add(known(other, one));
    sentences.add(together(one, other));
    Duration apart = apart(one, other);
    if (apart.abs().compareTo(CLOCKS_TOLD) >= 0) {
      int earlier = apart.isNegative() ? other : one;
      int later = apart.isNegative() ? one : other;
      sentences.add(
          texts.of(
              "seen.pair.clock",
              events.number(earlier),
              events.said().span(apart.abs()),
              events.machine(later)));
    }
    return new Relation(
        CausalOrder.CONCURRENT,
        texts.of("seen.pair.concurrent", events.machine(one), events.machine(other)),
        sentences);
  }

  private Relation ordered(CausalOrder order, int earlier, int later) {
    List<String> sentences = new ArrayList<>();
    String title;
    if (history.lane(earlier) == history.lane(later)) {
      title = texts.of("seen.pair.own", events.machine(earlier), events.number(earlier));
      long between = history.event(later).number() - history.event(earlier).number() - 1;
      sentences.add(texts.of("seen.pair.between", between));
    } else {
      title =
          texts.of(
              "seen.pair.before",
              events.machine(later),
              events.number(earlier),
              events.machine(earlier),
              events.number(later));
      int newest = history.seen(later, history.lane(earlier));
      if (newest != earlier) {
        sentences.add(known(later, earlier));
      }
    }
    sentences.add(built(earlier, later));
    Duration apart = apart(earlier, later);
    if (apart.compareTo(CLOCKS_TOLD.negated()) <= 0) {
      sentences.add(texts.of("seen.pair.clockWrong", events.said().span(apart.abs())));
    }
    return new Relation(order, title, sentences);
  }

  /// What the author of one had seen of the author of the other.
  private String known(int one, int other) {
    int newest = history.seen(one, history.lane(other));
    return newest < 0
        ? texts.of("seen.pair.knewNothing", events.machine(one), events.machine(other))
        : texts.of(
            "seen.pair.knew",
            events.machine(one),
            events.machine(other),
            events.numberAndTime(newest));
  }

  /// What it means that they are concurrent: whether they wrote the same.
  private String together(int one, int other) {
    Optional<Touch> same = sameField(one, other);
    if (same.isPresent()) {
      return texts.of("seen.pair.sameField", place(same.get()));
    }
    return sameThing(one, other)
        .map(entity -> texts.of("seen.pair.sameThing", entity.key()))
        .orElseGet(() -> texts.of("seen.pair.otherThings"));
  }

  private String built(int earlier, int later) {
    return sameField(earlier, later)
        .map(same -> texts.of("seen.pair.builtField", place(same)))
        .or(() ->
            sameThing(earlier, later).map(entity -> texts.of("seen.pair.builtThing", entity.key())))
        .orElseGet(() -> texts.of("seen.pair.builtNothing"));
  }

  private String place(Touch touch) {
    return touch.place().isEmpty()
        ? touch.entity().key()
        : texts.of("seen.place", fields.name(touch.place()), touch.entity().key());
  }

  /// A field that both wrote. That an edit also confirms what it edits does not count.
  private Optional<Touch> sameField(int one, int other) {
    Set<Touch> both = new LinkedHashSet<>(history.event(one).touches());
    both.retainAll(history.event(other).touches());
    return both.stream().filter(touch -> !touch.place().isEmpty()).findFirst();
  }

  private Optional<EntityId> sameThing(int one, int other) {
    Event second = history.event(other);
    return history.event(one).touches().stream()
        .map(Touch::entity)
        .filter(second::isAbout)
        .findFirst();
  }

  /// How much later the clocks say that the other was made.
  private Duration apart(int one, int other) {
    Instant first = history.event(one).time();
    return Duration.between(first, history.event(other).time());
  }
}
