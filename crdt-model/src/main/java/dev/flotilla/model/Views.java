package dev.flotilla.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The lists of views of one snapshot, each made when it is first asked for: who lists environments
/// does not pay for the flags.
final class Views {
  private final Lazy<List<Flag>> flags;
  private final Lazy<List<TagSet>> tagSets;
  private final Lazy<List<Environment>> environments;

  Views(Workspace workspace) {
    flags = new Lazy<>(() -> flags(workspace));
    tagSets = new Lazy<>(() -> tagSets(workspace));
    environments = new Lazy<>(() -> environments(workspace));
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
      if (workspace.view(id) instanceof View.OfTagSet(var tagSet)) {
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
}
