package dev.flotilla.openfeature.proposal;

import dev.flotilla.model.Batches;
import dev.flotilla.model.Edit;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.FlagType;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Makes a flag that is not there: at once, or, if that does not fit into one change, with one
/// variant and an edit for each other field.
final class Creation {
  private static final SortedMap<String, Value> ON_AND_OFF =
      new TreeMap<>(Map.of("on", Value.of(true), "off", Value.of(false)));

  private final Workspace now;
  private final Statement file;
  private final FlagType type;
  private final SortedMap<String, Value> variants;

  Creation(Workspace now, Statement file) {
    this.now = now;
    this.file = file;
    this.type = file.type().orElse(FlagType.BOOLEAN);
    var named = file.variants();
    this.variants = named.isEmpty() && type == FlagType.BOOLEAN ? ON_AND_OFF : named;
  }

  /// What to show of the new flag: its type, and the fields without edits of their own.
  List<ProposedField> shown(List<ProposedField> fields) {
    var shown = new ArrayList<ProposedField>();
    shown.add(shown(FieldNames.TYPE, "", type.id()));
    for (var field : fields) {
      shown.add(shown(field.field(), field.here(), field.there()));
    }
    return shown;
  }

  private static ProposedField shown(String field, String here, String there) {
    return new ProposedField(field, Optional.empty(), here, there, false, "", List.of());
  }

  List<Edit> edits() {
    var key = file.entity().key();
    var description =
        file.fields().get(FieldNames.DESCRIPTION) instanceof Value.Text(var text) ? text : "";
    var whole = new Edit.CreateFlag(key, type, variants, description, settings());
    var edits = new ArrayList<Edit>();
    boolean atOnce = variants.isEmpty() || new Batches(now).fit(List.of(whole));
    if (atOnce) {
      edits.add(whole);
    } else {
      var first = new TreeMap<>(variants.headMap(variants.firstKey() + "\0"));
      edits.add(new Edit.CreateFlag(key, type, first, "", new TreeMap<>()));
    }
    file.fields()
        .forEach((name, value) -> {
          if (value.isPresent() && !(atOnce && isPartOfWhole(name)) && !isUnset(name, value)) {
            edits.add(new Edit.SetField(file.entity(), name, value));
          }
        });
    file.sets()
        .forEach((set, elements) ->
            elements.forEach(
                element -> edits.add(new Edit.AddElement(file.entity(), set, element))));
    return edits;
  }

  private static boolean isPartOfWhole(String name) {
    return name.equals(FieldNames.DESCRIPTION)
        || name.startsWith(Statement.VARIANTS)
        || name.startsWith("env/");
  }

  private static boolean isUnset(String name, Value value) {
    return Same.same(name, value, Value.absent());
  }

  private SortedMap<String, FlagSetting> settings() {
    var settings = new TreeMap<String, FlagSetting>();
    for (var environment : file.environments()) {
      var setting =
          new FlagSetting(
              Value.of(true).equals(file.fields().get(FieldNames.state(environment))),
              text(FieldNames.defaultVariant(environment)),
              text(FieldNames.targeting(environment)));
      if (!setting.equals(FlagSetting.OFF)) {
        settings.put(environment, setting);
      }
    }
    return settings;
  }

  private Optional<String> text(String field) {
    return switch (file.fields().get(field)) {
      case Value.Text(var text) -> Optional.of(text);
      case Value.Json(var json) -> Optional.of(json);
      case null -> Optional.empty();
      case Value _ -> Optional.empty();
    };
  }
}
