package dev.flotilla.openfeature.proposal;

import dev.flotilla.model.Edit;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Which fields of one flag or environment a file proposes to change.
final class FieldDifference {
  private final Statement file;
  private final Here here;
  private final Optional<Statement> base;
  private final boolean threeWay;

  /// @param base what the file said when it was written, if it said anything about this
  /// @param threeWay whether it is known what the file said then
  FieldDifference(Statement file, Here here, Optional<Statement> base, boolean threeWay) {
    this.file = file;
    this.here = here;
    this.base = base;
    this.threeWay = threeWay;
  }

  boolean isSame() {
    return fields().isEmpty();
  }

  /// What differs, in the order in which it can be edited: variants that go come last, when nothing
  /// uses them any more.
  List<ProposedField> fields() {
    var names = new TreeSet<>(FieldOrder.BY_USE);
    names.addAll(file.fields().keySet());
    here.fields().keySet().stream()
        .filter(name -> file.whole().stream().anyMatch(name::startsWith))
        .forEach(names::add);
    var fields = new ArrayList<ProposedField>();
    var last = new ArrayList<ProposedField>();
    for (var name : names) {
      file.value(name)
          .flatMap(there -> field(name, there))
          .ifPresent(field -> (isVariantThatGoes(name) ? last : fields).add(field));
    }
    file.sets().forEach((name, there) -> set(name, there).ifPresent(fields::add));
    fields.addAll(last);
    return fields;
  }

  private boolean isVariantThatGoes(String name) {
    return name.startsWith(Statement.VARIANTS)
        && !file.value(name).orElse(Value.absent()).isPresent();
  }

  private Optional<ProposedField> field(String name, Value there) {
    var now = here.value(name);
    if (Same.same(name, now, there)) {
      return Optional.empty();
    }
    boolean conflict = threeWay;
    Optional<String> shownBase = Optional.empty();
    if (base.isPresent()) {
      var before = base.get().value(name).orElse(Value.absent());
      if (Same.same(name, before, there)) {
        return Optional.empty();
      }
      conflict = !Same.same(name, before, now);
      shownBase = Optional.of(before.display());
    }
    var rules = here.rules().getOrDefault(name, "");
    return Optional.of(
        new ProposedField(
            name,
            shownBase,
            now.display(),
            there.display(),
            conflict,
            rules,
            List.of(edit(name, there, !rules.isEmpty()))));
  }

  /// A file knows one expression where the workspace may have rules, which give way to it.
  private Edit edit(String name, Value there, boolean hasRules) {
    if (!hasRules) {
      return new Edit.SetField(file.entity(), name, there);
    }
    var environment =
        file.environments().stream()
            .filter(one -> FieldNames.targeting(one).equals(name))
            .findFirst()
            .orElseThrow();
    var rest = there instanceof Value.Json(var json) ? Optional.of(json) : Optional.<String>empty();
    return new Edit.ReplaceTargeting(file.entity().key(), environment, List.of(), rest);
  }

  /// Elements are added and removed one by one, so sets never conflict.
  private Optional<ProposedField> set(String name, SortedSet<String> there) {
    var now = here.set(name);
    var wanted = new TreeSet<>(there);
    Optional<String> shownBase = Optional.empty();
    if (threeWay) {
      var before = base.map(one -> one.sets().get(name)).orElseGet(TreeSet::new);
      shownBase = Optional.of(String.join(", ", before));
      wanted = new TreeSet<>(now);
      for (var element : before) {
        if (!there.contains(element)) {
          wanted.remove(element);
        }
      }
      there.stream().filter(element -> !before.contains(element)).forEach(wanted::add);
    }
    var edits = new ArrayList<Edit>();
    for (var element : wanted) {
      if (!now.contains(element)) {
        edits.add(new Edit.AddElement(file.entity(), name, element));
      }
    }
    for (var element : now) {
      if (!wanted.contains(element)) {
        edits.add(new Edit.RemoveElement(file.entity(), name, element));
      }
    }
    return edits.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ProposedField(
                name,
                shownBase,
                String.join(", ", now),
                String.join(", ", wanted),
                false,
                "",
                edits));
  }
}
