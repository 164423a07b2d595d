package dev.flotilla.app.desktop.conflicts;

import dev.flotilla.crdt.Dot;
import dev.flotilla.model.Alternative;
import dev.flotilla.model.Choice;
import dev.flotilla.net.change.ChangeRef;
import dev.flotilla.net.node.LogEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Decisions between the same changes: who settles one of them often means all.
final class SameChanges {
  private final List<LogEntry> changes;

  SameChanges(ConflictFacts facts) {
    this.changes = facts.changes();
  }

  /// The others of these that are between the same changes.
  List<InboxEntry> besides(InboxEntry entry, List<InboxEntry> all) {
    return changes.size() < 2
        ? List.of()
        : all.stream().filter(other -> !other.equals(entry) && isBetween(other)).toList();
  }

  /// What takes of each conflict the side that a change wrote.
  Map<ConflictView, Choice> all(LogEntry change, List<InboxEntry> entries) {
    Map<ConflictView, Choice> choices = new LinkedHashMap<>();
    for (InboxEntry entry : entries) {
      for (ConflictView conflict : entry.conflicts()) {
        for (ConflictView.Option option : conflict.options()) {
          if (isIn(change, option.alternative().dot())) {
            choices.put(conflict, new Choice.Pick(option.pick()));
          }
        }
      }
    }
    return choices;
  }

  private boolean isBetween(InboxEntry entry) {
    return entry.conflicts().stream().allMatch(this::isBetween);
  }

  private boolean isBetween(ConflictView conflict) {
    List<Optional<ChangeRef>> by =
        conflict.conflict().alternatives().stream().map(this::change).distinct().toList();
    return by.size() == changes.size() && by.stream().allMatch(Optional::isPresent);
  }

  private Optional<ChangeRef> change(Alternative alternative) {
    return changes.stream()
        .filter(change -> isIn(change, alternative.dot()))
        .map(LogEntry::ref)
        .findFirst();
  }

  private static boolean isIn(LogEntry change, Dot dot) {
    return change.author().equals(dot.replica())
        && change.first() <= dot.counter()
        && dot.counter() < change.first() + change.operations().size();
  }
}
