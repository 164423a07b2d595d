package dev.flotilla.app.desktop.editor;

import dev.flotilla.model.Edit;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Flag;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.Rule;
import dev.flotilla.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What a flag does in one environment, to be brought to others. Pure.
///
/// @param aspects what of it
record SettingCopy(String from, List<String> to, Set<Aspect> aspects) {
  SettingCopy {
    to = to.stream().filter(name -> !name.equals(from)).toList();
    aspects = Set.copyOf(aspects);
  }

  /// What will be different, by environment, in the order of [#to]; without those where nothing is.
  Map<String, Set<Aspect>> changes(Flag flag) {
    Map<String, Set<Aspect>> changes = new LinkedHashMap<>();
    for (String environment : to) {
      Set<Aspect> differing =
          new TreeSet<>(Aspect.differences(flag.setting(from), flag.setting(environment)));
      differing.retainAll(aspects);
      if (!differing.isEmpty()) {
        changes.put(environment, differing);
      }
    }
    return changes;
  }

  /// The edits of one change; nothing is written where nothing differs.
  List<Edit> edits(Flag flag) {
    List<Edit> edits = new ArrayList<>();
    FlagSetting source = flag.setting(from);
    changes(flag)
        .forEach((environment, differing) ->
            differing.forEach(aspect -> edits.add(edit(flag, source, environment, aspect))));
    return edits;
  }

  private static Edit edit(Flag flag, FlagSetting source, String environment, Aspect aspect) {
    return switch (aspect) {
      case STATE ->
          new Edit.SetField(flag.id(), FieldNames.state(environment), Value.of(source.enabled()));
      case SERVED ->
          new Edit.SetField(
              flag.id(),
              FieldNames.defaultVariant(environment),
              source.defaultVariant().<Value>map(Value::of).orElseGet(Value::absent));
      case RULES ->
          new Edit.ReplaceTargeting(
              flag.key(),
              environment,
              source.rules().stream().map(Rule::draft).toList(),
              source.targeting());
    };
  }
}
