package dev.flotilla.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The lists of views of one snapshot.
record Views(List<Flag> flags, List<TagSet> tagSets, List<Environment> environments) {
  static Views of(Workspace workspace) {
    var flags = new ArrayList<Flag>();
    for (var id : workspace.index().ids(EntityId.FLAG)) {
      if (workspace.view(id) instanceof View.OfFlag(var flag)) {
        flags.add(flag.within(workspace));
      }
    }
    var tagSets = new ArrayList<TagSet>();
    for (var id : workspace.index().ids(EntityId.TAG_SET)) {
      if (workspace.view(id) instanceof View.OfTagSet(var tagSet)) {
        tagSets.add(tagSet);
      }
    }
    var environments = new ArrayList<Environment>();
    for (var id : workspace.index().ids(EntityId.ENVIRONMENT)) {
      if (workspace.view(id) instanceof View.OfEnvironment(var environment)) {
        environments.add(environment);
      }
    }
    environments.sort(Comparator.comparingInt(Environment::order).thenComparing(Environment::name));
    return new Views(List.copyOf(flags), List.copyOf(tagSets), List.copyOf(environments));
  }
}
