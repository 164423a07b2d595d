package dev.flotilla.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The lists of views of one snapshot, each made when it is first asked for: who lists environments
/// does not pay for the flags.
final class Views {
  private final Lazy<List<Flag>> flags;
  private final Lazy<List<TagSet>> tagSets;
  private final Lazy<List<Environment>> environments;
  private final Lazy<List<Counter>> counters;

  Views(Workspace workspace) {
    flags = new Lazy<>(() -> flags(workspace));
    tagSets = new Lazy<>(() -> tagSets(workspace));
    environments = new Lazy<>(() -> environments(workspace));
    counters = new Lazy<>(() -> counters(workspace));
  }

  List<Flag> flags() {
    return flags.get();
  }

  List<TagSet> tagSets() {
    return tagSets.get();
  }

  List<Environment> environments() {
    return environments.get();
  }

  List<Counter> counters() {
    return counters.get();
  }

  private static List<Flag> flags(Workspace workspace) {
    var ids = workspace.index().ids(EntityId.FLAG);
    var flags = new ArrayList<Flag>(ids.size());
    for (var id : ids) {
      if (workspace.view(id) instanceof View.OfFlag(var flag)) {
        flags.add(flag.within(workspace));
      }
    }
    return List.copyOf(flags);
  }

  private static List<TagSet> tagSets(Workspace workspace) {
    var tagSets = new ArrayList<TagSet>();
    for (var id : workspace.index().ids(EntityId.TAG_SET)) {
      if (workspace.view(id) instanceof View.OfTagSet(var tagSet, _)) {
        tagSets.add(tagSet);
      }
    }
    return List.copyOf(tagSets);
  }

  private static List<Environment> environments(Workspace workspace) {
    var environments = new ArrayList<Environment>();
    for (var id : workspace.index().ids(EntityId.ENVIRONMENT)) {
      if (workspace.view(id) instanceof View.OfEnvironment(var environment)) {
        environments.add(environment);
      }
    }
    environments.sort(Comparator.comparingInt(Environment::order).thenComparing(Environment::name));
    return List.copyOf(environments);
  }

  private static List<Counter> counters(Workspace workspace) {
    var counters = new ArrayList<Counter>();
    for (var id : workspace.index().ids(EntityId.COUNTER)) {
      if (workspace.view(id) instanceof View.OfCounter(var counter)) {
        counters.add(counter);
      }
    }
    return List.copyOf(counters);
  }

  static Optional<Flag> flag(Workspace workspace, String key) {
    return workspace.view(EntityId.flag(key)) instanceof View.OfFlag(var flag)
        ? Optional.of(flag.within(workspace))
        : Optional.empty();
  }

  static Optional<TagSet> tagSet(Workspace workspace, String key) {
    return workspace.view(EntityId.tagSet(key)) instanceof View.OfTagSet(var tagSet, _)
        ? Optional.of(tagSet)
        : Optional.empty();
  }

  static Optional<Environment> environment(Workspace workspace, String name) {
    return workspace.view(EntityId.environment(name)) instanceof View.OfEnvironment(var environment)
        ? Optional.of(environment)
        : Optional.empty();
  }

  static Optional<Counter> counter(Workspace workspace, String key) {
    return workspace.view(EntityId.counter(key)) instanceof View.OfCounter(var counter)
        ? Optional.of(counter)
        : Optional.empty();
  }
}
