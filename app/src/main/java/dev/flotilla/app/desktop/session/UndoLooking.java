package dev.flotilla.app.desktop.session;

import dev.flotilla.app.desktop.session.UndoPreview.Built;
import dev.flotilla.app.desktop.session.UndoPreview.Landing;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.types.Stamped;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.FieldPath;
import dev.flotilla.model.Folder;
import dev.flotilla.model.Slot;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import dev.flotilla.model.Written;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/// Finds what others built on a step. Cost: what the step wrote, and for what it made, all that is
/// in it.
final class UndoLooking {
  /// More is not read by anybody.
  private static final int SHOWN_MAX = 200;

  private final Workspace now;
  private final ReplicaId own;
  private final UndoStep step;
  private final UnaryOperator<Dot> standIn;
  private final List<Built> stays = new ArrayList<>();
  private final List<Built> goes = new ArrayList<>();
  private final List<Landing> lands = new ArrayList<>();
  private final Set<EntityId> made = new HashSet<>();
  private final Set<EntityId> restored = new HashSet<>();
  private boolean left;

  private UndoLooking(Workspace now, ReplicaId own, UndoStep step, UnaryOperator<Dot> standIn) {
    this.now = now;
    this.own = own;
    this.step = step;
    this.standIn = standIn;
  }

  /// @param standIn the write that stands in for another one by now
  static UndoPreview preview(
      Workspace now, ReplicaId own, UndoStep step, boolean isRedo, UnaryOperator<Dot> standIn) {
    UndoLooking looking = new UndoLooking(now, own, step, standIn);
    step.changes().forEach(looking::noteMade);
    step.changes().forEach(looking::look);
    return new UndoPreview(step, isRedo, looking.stays, looking.goes, looking.lands, looking.left);
  }

  private void noteMade(Written change) {
    for (Written.Part part : change.parts()) {
      if (part.isDeletion()) {
        restored.add(part.slot().entity());
      }
      if (part.slot() instanceof Slot.Presence(EntityId entity) && part.isCreation()) {
        made.add(entity);
        if (now.exists(entity)) {
          left = true;
          now.forEachEntry(
              entity,
              (slot, dot, stamped) -> {
                if (!(slot instanceof Slot.Presence) && !isBeingOfRule(slot)) {
                  goesIfForeign(slot, dot, stamped);
                }
              });
        }
      }
    }
  }

  private void look(Written change) {
    for (Written.Part part : change.parts()) {
      if (!part.isTouch() && !made.contains(part.slot().entity())) {
        if (part.isBeing()) {
          being(part);
        } else {
          content(part);
        }
      }
    }
  }

  /// An entity or a rule: whatever others did, it goes, comes back, or is there already.
  private void being(Written.Part part) {
    boolean isThere =
        now.register(part.slot()).siblings().values().stream()
            .anyMatch(sibling -> sibling.value().equals(Value.of(true)));
    left |= part.isCreation() ? isThere : part.isDeletion() ? !isThere : true;
    if (part.isCreation() && part.slot() instanceof Slot.Element(var flag, _, var rule)) {
      now.forEachEntry(
          flag,
          (slot, dot, stamped) -> {
            if (slot instanceof Slot.Field(_, var name) && isAbout(name, rule)) {
              goesIfForeign(slot, dot, stamped);
            }
          });
    }
  }

  private void content(Written.Part part) {
    Map<Dot, Stamped<Value>> here = now.register(part.slot()).siblings();
    Set<Dot> mine = new TreeSet<>();
    part.dots().forEach(dot -> mine.add(standIn.apply(dot)));
    boolean isThere =
        part.slot().entity().equals(EntityId.workspace()) || now.exists(part.slot().entity());
    boolean isCount = isOwnCount(part.slot());
    if (isThere
        && here.entrySet().stream()
            .anyMatch(entry ->
                mine.contains(entry.getKey())
                    || (isCount && isCountedOn(entry.getKey(), entry.getValue().value())))) {
      left = true;
      noteLanding(part);
      return;
    }
    if (stays.size() < SHOWN_MAX) {
      here.entrySet().stream()
          .max(Comparator.comparing(entry -> entry.getValue().at()))
          .ifPresent(latest -> stays.add(built(part.slot(), latest.getKey(), latest.getValue())));
    }
  }

  private void noteLanding(Written.Part part) {
    Optional<String> folder =
        switch (part.valueBefore()) {
          case Value.Move(_, var parent) -> parent;
          case Value.Text(var key) when isFolder(part.slot()) -> Optional.of(key);
          case Value _ -> Optional.empty();
        };
    folder
        .filter(key -> !now.exists(EntityId.folder(key)))
        .filter(key -> !restored.contains(EntityId.folder(key)) && lands.size() < SHOWN_MAX)
        .ifPresent(
            key -> lands.add(new Landing(part.slot().entity(), key, Folder.shown(now, key))));
  }

  private static boolean isFolder(Slot slot) {
    return slot instanceof Slot.Field(_, var name) && name.equals(FieldNames.FOLDER);
  }

  private boolean isOwnCount(Slot slot) {
    return slot.entity().kind().equals(EntityId.COUNTER)
        && slot instanceof Slot.Field(_, var name)
        && name.equals(FieldNames.counted(own));
  }

  /// An amount is taken away from what was counted since.
  private boolean isCountedOn(Dot dot, Value value) {
    return dot.replica().equals(own) && value.isPresent();
  }

  private void goesIfForeign(Slot slot, Dot dot, Stamped<Value> stamped) {
    boolean isForeign = !dot.replica().equals(own) && !step.seen().contains(dot);
    if (isForeign && stamped.value().isPresent() && goes.size() < SHOWN_MAX) {
      goes.add(built(slot, dot, stamped));
    }
  }

  private static boolean isBeingOfRule(Slot slot) {
    return slot instanceof Slot.Element(_, var set, _)
        && FieldNames.environmentOfRules(set).isPresent();
  }

  private static boolean isAbout(String field, String rule) {
    return switch (FieldPath.parse(field)) {
      case FieldPath.Condition(_, var id) -> id.equals(rule);
      case FieldPath.Outcome(_, var id) -> id.equals(rule);
      default -> false;
    };
  }

  private static Built built(Slot slot, Dot dot, Stamped<Value> stamped) {
    Instant at = Instant.ofEpochMilli(stamped.at().wallMillis());
    return switch (slot) {
      case Slot.Presence(var entity) ->
          new Built(entity, Optional.empty(), Optional.empty(), dot.replica(), at);
      case Slot.Field(var entity, var name) ->
          new Built(entity, Optional.of(name), Optional.empty(), dot.replica(), at);
      case Slot.Element(var entity, var set, var element) ->
          new Built(entity, Optional.of(set), Optional.of(element), dot.replica(), at);
    };
  }
}
