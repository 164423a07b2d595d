package dev.flotilla.testkit;

import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.codec.CanonicalStructures;
import dev.flotilla.crdt.codec.Codec;
import dev.flotilla.crdt.sequence.FugueList;
import dev.flotilla.crdt.time.HybridTimestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/// Lists of short texts.
class FugueLists implements Replicated<FugueList<String>, FugueLists.Edit> {

  sealed interface Edit {
    record Insert(int index, String element) implements Edit {}

    record Delete(int index) implements Edit {}
  }

  private static final Codec<FugueList<String>> CODEC = CanonicalStructures.fugueList(Codec.UTF8);

  @Override
  public FugueList<String> bottom() {
    return FugueList.empty();
  }

  @Override
  public Edit anyEdit(FugueList<String> state, RandomGenerator random) {
    return state.size() > 0 && random.nextInt(3) == 0
        ? new Edit.Delete(random.nextInt(state.size()))
        : new Edit.Insert(random.nextInt(state.size() + 1), Samples.text(random));
  }

  @Override
  public Delta<FugueList<String>> edit(
      FugueList<String> state, Dot dot, HybridTimestamp at, Edit edit) {
    return switch (edit) {
      case Edit.Insert(int index, var element) -> state.insert(dot, index, element);
      case Edit.Delete(int index) -> state.delete(dot, index);
    };
  }

  @Override
  public Object read(FugueList<String> state) {
    var byIndex = new ArrayList<String>();
    for (int i = 0; i < state.size(); i++) {
      byIndex.add(state.get(i));
    }
    if (!state.elements().equals(byIndex)) {
      throw new AssertionError(state.elements() + " by index are " + byIndex);
    }
    return byIndex;
  }

  /// Looks at each edit the way its author did: with its past alone.
  @Override
  public Object model(Collection<Event<Edit>> seen) {
    var events = new ArrayList<>(seen);
    events.sort(Comparator.comparingInt(event -> event.past().size()));
    var all = new NaiveSequence();
    Map<Dot, String> elements = new HashMap<>();
    Map<Dot, Dot> deletedBy = new HashMap<>();
    for (var event : events) {
      var visible = visible(all, deletedBy, event.past()::contains);
      switch (event.edit()) {
        case Edit.Insert(int index, var element) -> {
          elements.put(event.dot(), element);
          var left = index == 0 ? Optional.<Dot>empty() : Optional.of(visible.get(index - 1));
          all.add(event.dot(), restricted(all, event.past()).after(left));
        }
        case Edit.Delete(int index) -> deletedBy.put(event.dot(), visible.get(index));
      }
    }
    return visible(all, deletedBy, _ -> true).stream().map(elements::get).toList();
  }

  @Override
  public Codec<FugueList<String>> codec() {
    return CODEC;
  }

  private static List<Dot> visible(
      NaiveSequence all, Map<Dot, Dot> deletedBy, Predicate<Dot> isSeen) {
    var gone = new HashSet<Dot>();
    deletedBy.forEach((deletion, position) -> {
      if (isSeen.test(deletion)) {
        gone.add(position);
      }
    });
    return all.order().stream().filter(isSeen).filter(dot -> !gone.contains(dot)).toList();
  }

  private static NaiveSequence restricted(NaiveSequence all, Set<Dot> past) {
    var restricted = new NaiveSequence();
    for (var position : all.order()) {
      if (past.contains(position)) {
        restricted.add(position, all.origin(position));
      }
    }
    return restricted;
  }
}
