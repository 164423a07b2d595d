package dev.flotilla.app.desktop.filter;

import dev.flotilla.app.desktop.text.Values;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.Flag;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.Folder;
import dev.flotilla.model.Rule;
import dev.flotilla.model.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;

/// What a flag has for each qualifier, as texts.
final class FlagFacts {
  private static final java.util.regex.Pattern ATTRIBUTE =
      java.util.regex.Pattern.compile("\"var\"\\s*:\\s*\\[?\\s*\"([^\"]*)\"");

  /// Who asks, in every language.
  private static final String ME = "me";

  private final FilterContext context;
  private final Map<Optional<String>, List<String>> folders = new HashMap<>();
  private final Map<ReplicaId, List<String>> authors = new HashMap<>();

  FlagFacts(FilterContext context) {
    this.context = context;
  }

  /// Whether a pattern without a star must be all of a fact; else it may be a part.
  static boolean isWhole(Qualifier qualifier) {
    return switch (qualifier) {
      case TAG, TYPE, KIND, FOLDER, VARIANT, USES, REQUIRES -> true;
      case OWNER, BY, KEY, LINK, SET, ENV, CHANGED, META, IS -> false;
    };
  }

  /// Whether `none` asks for flags without any.
  static boolean canBeMissing(Qualifier qualifier) {
    return switch (qualifier) {
      case TAG, OWNER, FOLDER, KIND, VARIANT, USES, REQUIRES, LINK -> true;
      case TYPE, BY, KEY, SET, ENV, CHANGED, META, IS -> false;
    };
  }

  Collection<String> of(Qualifier qualifier, Flag flag) {
    return switch (qualifier) {
      case TAG -> flag.tags();
      case OWNER -> flag.owner().isEmpty() ? List.of() : List.of(flag.owner());
      case FOLDER -> folders.computeIfAbsent(flag.folder(), this::path);
      case KIND -> flag.kind().map(kind -> List.of(kind.id())).orElse(List.of());
      case TYPE -> List.of(flag.type().id());
      case BY -> authors.computeIfAbsent(flag.lastChange().replica(), this::names);
      case KEY -> List.of(flag.key());
      case VARIANT -> flag.variants().keySet();
      case USES -> attributes(flag);
      case REQUIRES -> flag.prerequisites().keySet();
      case LINK -> flag.links();
      case SET, ENV, CHANGED, META, IS -> List.of();
    };
  }

  static boolean targets(FlagSetting setting) {
    return !setting.rules().isEmpty() || setting.targeting().isPresent();
  }

  static Instant changed(Flag flag) {
    return Instant.ofEpochMilli(flag.lastChange().at().wallMillis());
  }

  static String text(Value value) {
    return value instanceof Value.Text(var text) ? text : Values.brief(value);
  }

  /// The attributes that the conditions of a flag look at.
  static Collection<String> attributes(Flag flag) {
    Set<String> found = new TreeSet<>();
    for (FlagSetting setting : flag.environments().values()) {
      setting.targeting().ifPresent(json -> attributes(json, found));
      for (Rule rule : setting.rules()) {
        rule.condition().ifPresent(json -> attributes(json, found));
      }
    }
    return found;
  }

  private static void attributes(String json, Set<String> found) {
    Matcher matcher = ATTRIBUTE.matcher(json);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
  }

  /// A flag in a folder is in those above it as well, each by key and by name.
  private List<String> path(Optional<String> folder) {
    List<String> names = new ArrayList<>();
    for (Folder one : context.folders(folder)) {
      names.add(one.key());
      names.add(one.name());
    }
    return names;
  }

  private List<String> names(ReplicaId replica) {
    List<String> names = new ArrayList<>();
    names.add(context.people().deviceName(context.workspace(), replica));
    names.add(replica.shortName());
    if (context.people().isOwn(replica)) {
      names.add(ME);
    }
    return names;
  }
}
