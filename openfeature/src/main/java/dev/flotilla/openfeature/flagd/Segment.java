package dev.flotilla.openfeature.flagd;

import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.TagSet;
import dev.flotilla.model.Workspace;
import dev.flotilla.openfeature.json.JsonText;
import dev.flotilla.openfeature.json.JsonValue.JsonArray;
import dev.flotilla.openfeature.json.JsonValue.JsonObject;
import dev.flotilla.openfeature.json.JsonValue.JsonString;
import dev.flotilla.openfeature.proposal.ProposedField;
import dev.flotilla.openfeature.proposal.ProposedItem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A tag set as flagd documents have it: a shared rule that gives its members. Rules keep referring
/// to it by name; a tag set that is not here is made from the members in the file.
final class Segment {
  private static final int SHOWN_MAX = 100;

  private Segment() {}

  static boolean isSegment(String evaluator) {
    return Segments.tagSet(evaluator).isPresent();
  }

  /// The tag sets of this document that the workspace lacks, and those whose members it has
  /// otherwise.
  ///
  /// @param base what was exported when the document was made: what it had already was deleted here
  ///   since, or was not here then; and of its members only those that were edited count
  static List<ProposedItem> proposed(
      Workspace now, FlagdDocument document, Optional<FlagdDocument> base) {
    var before = base.map(FlagdDocument::evaluators).orElseGet(Collections::emptySortedMap);
    var items = new ArrayList<ProposedItem>();
    document
        .evaluators()
        .forEach((evaluator, rule) -> {
          var key = Segments.tagSet(evaluator).filter(one -> Names.flagKeyProblem(one).isEmpty());
          if (key.isPresent() && !rule.equals(before.get(evaluator))) {
            var known = Optional.ofNullable(before.get(evaluator)).map(Segment::members);
            var here = now.tagSet(key.get());
            if (here.isEmpty()) {
              items.add(created(key.get(), members(rule)));
            } else {
              changed(here.get(), members(rule), known).ifPresent(items::add);
            }
          }
        });
    return items;
  }

  /// @param before the members that the file had when it was written; if that is not known, the set
  ///   becomes what the file says
  private static Optional<ProposedItem> changed(
      TagSet here, SortedSet<String> there, Optional<SortedSet<String>> before) {
    var added = new TreeSet<>(there);
    added.removeAll(here.members());
    before.ifPresent(added::removeAll);
    var gone = new TreeSet<>(before.orElse(here.members()));
    gone.removeAll(there);
    gone.retainAll(here.members());
    if (added.isEmpty() && gone.isEmpty()) {
      return Optional.empty();
    }
    var entity = EntityId.tagSet(here.key());
    var edits = new ArrayList<Edit>();
    added.forEach(one -> edits.add(new Edit.AddElement(entity, FieldNames.MEMBERS, one)));
    gone.forEach(one -> edits.add(new Edit.RemoveElement(entity, FieldNames.MEMBERS, one)));
    var wanted = new TreeSet<>(here.members());
    wanted.removeAll(gone);
    wanted.addAll(added);
    boolean few = Math.max(here.members().size(), wanted.size()) <= SHOWN_MAX;
    var field =
        new ProposedField(
            FieldNames.MEMBERS,
            before.map(Segment::shown),
            few ? shown(here.members()) : "… " + shown(gone),
            few ? shown(wanted) : "… " + shown(added),
            false,
            "",
            edits);
    return Optional.of(
        new ProposedItem(entity, ProposedItem.Kind.CHANGED, false, List.of(field), List.of()));
  }

  // Nobody reads more, and a million would not fit on any page.
  private static String shown(SortedSet<String> members) {
    var some = members.stream().limit(SHOWN_MAX).collect(Collectors.joining(", "));
    return members.size() > SHOWN_MAX ? some + ", … (" + members.size() + ")" : some;
  }

  private static ProposedItem created(String key, SortedSet<String> members) {
    var entity = EntityId.tagSet(key);
    var edits = new ArrayList<Edit>();
    edits.add(new Edit.CreateTagSet(key, ""));
    members.forEach(member -> edits.add(new Edit.AddElement(entity, FieldNames.MEMBERS, member)));
    var shown =
        new ProposedField(
            FieldNames.MEMBERS, Optional.empty(), "", shown(members), false, "", List.of());
    return new ProposedItem(entity, ProposedItem.Kind.NEW, false, List.of(shown), edits);
  }

  /// The members that a shared rule gives.
  static SortedSet<String> members(String rule) {
    var members = new TreeSet<String>();
    if (JsonText.tree(rule) instanceof JsonObject(var _, var operators)
        && operators.get("merge") instanceof JsonArray(var _, var lists)) {
      for (var list : lists) {
        if (list instanceof JsonArray(var _, var elements)) {
          for (var element : elements) {
            if (element instanceof JsonString(var _, var text)
                && Names.elementProblem(text).isEmpty()) {
              members.add(text);
            }
          }
        }
      }
    }
    return members;
  }
}
