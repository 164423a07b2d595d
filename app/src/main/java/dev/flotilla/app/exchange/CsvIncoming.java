package dev.flotilla.app.exchange;

import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Flag;
import dev.flotilla.model.FlagType;
import dev.flotilla.model.Folder;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import dev.flotilla.openfeature.flagd.ExportMark;
import dev.flotilla.openfeature.flagd.Finding;
import dev.flotilla.openfeature.flagd.Finding.Severity;
import dev.flotilla.openfeature.flagd.FlagdImport.Proposed;
import dev.flotilla.openfeature.json.JsonText;
import dev.flotilla.openfeature.proposal.Proposer;
import dev.flotilla.openfeature.proposal.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// A table of flags. It says nothing of what it has no column or no cell for. Immutable.
record CsvIncoming(List<CsvFlag> flags, List<CsvColumn> columns, List<Finding> warnings)
    implements Incoming {
  CsvIncoming {
    flags = List.copyOf(flags);
    columns = List.copyOf(columns);
    warnings = List.copyOf(warnings);
  }

  @Override
  public List<String> environments() {
    return columns.stream()
        .filter(column -> column.kind().isSetting())
        .map(CsvColumn::name)
        .distinct()
        .toList();
  }

  @Override
  public Optional<ExportMark> mark() {
    return Optional.empty();
  }

  @Override
  public boolean isWhole() {
    return false;
  }

  @Override
  public Proposed propose(Workspace now, Destination to, Exported exported) {
    var folders = folders(now);
    var findings = new ArrayList<Finding>();
    var statements = new ArrayList<Statement>();
    for (var flag : flags) {
      var problem = problem(now, flag, to, folders);
      if (problem.isPresent()) {
        findings.add(new Finding(Severity.ERROR, flag.key(), problem.get(), flag.line(), 1));
      } else {
        statements.add(statement(now, flag, to, folders));
      }
    }
    return new Proposed(new Proposer(now, Optional.empty()).propose(statements), findings);
  }

  static Map<String, String> folders(Workspace now) {
    var folders = new HashMap<String, String>();
    for (Folder folder : now.folders()) {
      folders.putIfAbsent(folder.path(), folder.key());
    }
    now.folders().forEach(folder -> folders.put(folder.key(), folder.key()));
    return folders;
  }

  private static Optional<String> problem(
      Workspace now, CsvFlag flag, Destination to, Map<String, String> folders) {
    var here = now.flag(flag.key());
    var type = here.map(Flag::type).or(flag::type).orElse(FlagType.BOOLEAN);
    if (flag.type().isPresent() && flag.type().get() != type) {
      return Optional.of(
          "this flag is of type %s in the workspace and %s in the file; delete it first or use another key"
              .formatted(type.id(), flag.type().get().id()));
    }
    var variants = variants(flag, here, type);
    if (variants.isEmpty()) {
      return Optional.of("a new flag of type " + type.id() + " needs variants");
    }
    for (var setting : flag.settings().entrySet()) {
      if (setting.getKey().kind() == CsvColumn.Kind.DEFAULT
          && to.mapping().containsKey(setting.getKey().name())
          && setting.getValue() instanceof Value.Text(var variant)
          && !variants.contains(variant)
          && !isDefault(here, to.mapping().get(setting.getKey().name()), variant)) {
        return Optional.of("there is no variant " + JsonText.quote(variant));
      }
    }
    return flag.folder()
        .filter(folder -> !folders.containsKey(folder))
        .map(folder -> "there is no folder " + JsonText.quote(folder));
  }

  // One that is gone and still the default is no reason to refuse a table that says the same.
  private static boolean isDefault(Optional<Flag> flag, String environment, String variant) {
    return flag.flatMap(one -> one.setting(environment).defaultVariant())
        .filter(variant::equals)
        .isPresent();
  }

  private static Set<String> variants(CsvFlag flag, Optional<Flag> here, FlagType type) {
    var names = new TreeSet<String>();
    here.ifPresent(one -> names.addAll(one.variants().keySet()));
    var prefix = FieldNames.variant("");
    flag.fields().keySet().stream()
        .filter(field -> field.startsWith(prefix))
        .map(field -> field.substring(prefix.length()))
        .forEach(names::add);
    if (names.isEmpty() && type == FlagType.BOOLEAN) {
      names.addAll(List.of("on", "off"));
    }
    return names;
  }

  private static Statement statement(
      Workspace now, CsvFlag flag, Destination to, Map<String, String> folders) {
    var fields = new TreeMap<String, Value>(flag.fields());
    now.flag(flag.key())
        .ifPresent(here -> {
          // A cell has no blanks at its ends, so it says nothing against those that are here.
          fields.remove(FieldNames.DESCRIPTION, Value.of(here.description().strip()));
          fields.remove(FieldNames.OWNER, Value.of(here.owner().strip()));
        });
    flag.folder()
        .map(folder -> folders.getOrDefault(folder, folder))
        .ifPresent(folder -> fields.put(FieldNames.FOLDER, Value.of(folder)));
    flag.settings()
        .forEach((column, value) -> {
          var here = to.mapping().get(column.name());
          if (here != null) {
            fields.put(column.field(here), value);
          }
        });
    var environments = to.mapping().values().stream().distinct().sorted().toList();
    return new Statement(
        EntityId.flag(flag.key()), flag.type(), fields, flag.sets(), Set.of(), environments);
  }
}
