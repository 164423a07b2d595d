package dev.flotilla.openfeature.flagd;

import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Workspace;
import dev.flotilla.openfeature.json.JsonText;
import dev.flotilla.openfeature.json.JsonValue.JsonArray;
import dev.flotilla.openfeature.json.JsonValue.JsonObject;
import dev.flotilla.openfeature.json.JsonValue.JsonString;
import dev.flotilla.openfeature.proposal.ProposedField;
import dev.flotilla.openfeature.proposal.ProposedItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// A tag set as flagd documents have it: a shared rule that gives its members. Rules keep referring
/// to it by name; a tag set that is not here is made from the members in the file.
final class Segment {
  private Segment() {}

  static boolean isSegment(String evaluator) {
    return Segments.tagSet(evaluator).isPresent();
  }

  /// The tag sets of this document that the workspace lacks.
  ///
  /// @param base what was exported when the document was made: what it had already was deleted here
  ///   since, or was not here then
  static List<ProposedItem> missing(
      Workspace now, FlagdDocument document, Optional<FlagdDocument> base) {
    var items = new ArrayList<ProposedItem>();
    document
        .evaluators()
        .forEach((evaluator, rule) -> {
          boolean known =
              base.map(FlagdDocument::evaluators)
                  .map(all -> rule.equals(all.get(evaluator)))
                  .orElse(false);
          Segments.tagSet(evaluator)
              .filter(key -> !known && Names.flagKeyProblem(key).isEmpty())
              .filter(key -> now.tagSet(key).isEmpty())
              .ifPresent(key -> items.add(created(key, members(rule))));
        });
    return items;
  }

  private static ProposedItem created(String key, SortedSet<String> members) {
    var entity = EntityId.tagSet(key);
    var edits = new ArrayList<Edit>();
    edits.add(new Edit.CreateTagSet(key, ""));
    members.forEach(member -> edits.add(new Edit.AddElement(entity, FieldNames.MEMBERS, member)));
    var shown =
        new ProposedField(
            FieldNames.MEMBERS,
            Optional.empty(),
            "",
            String.join(", ", members),
            false,
            "",
            List.of());
    return new ProposedItem(entity, ProposedItem.Kind.NEW, false, List.of(shown), edits);
  }

  private static SortedSet<String> members(String rule) {
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
