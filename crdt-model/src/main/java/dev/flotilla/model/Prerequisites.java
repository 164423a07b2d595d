package dev.flotilla.model;

import dev.flotilla.crdt.graph.Cycles;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Which flags require which, of those that are there: a graph whose edges are elements of sets,
/// where adding wins over a removal that has not seen it. Immutable; costs O(flags that require
/// others) to make.
public final class Prerequisites {
  private final SortedMap<String, Collection<String>> successors;
  private final List<List<String>> cycles;
  private final Set<String> cyclic;

  private Prerequisites(SortedMap<String, Collection<String>> successors) {
    this.successors = successors;
    this.cycles = Cycles.of(successors);
    this.cyclic = new HashSet<>();
    Cycles.components(successors).forEach(cyclic::addAll);
  }

  static Prerequisites of(Workspace workspace) {
    var successors = new TreeMap<String, Collection<String>>();
    for (var entity : workspace.entityStore().linked().values()) {
      if (workspace.view(entity.id()) instanceof View.OfFlag(var flag)) {
        var shown = shown(workspace, flag).keySet();
        if (!shown.isEmpty()) {
          successors.put(flag.key(), shown);
        }
      }
    }
    return new Prerequisites(successors);
  }

  /// What the flag requires of flags that are there; the same map if that is all.
  static SortedMap<String, String> shown(Workspace workspace, Flag flag) {
    var all = flag.prerequisites();
    boolean complete =
        all.keySet().stream().allMatch(other -> workspace.exists(EntityId.flag(other)));
    if (complete) {
      return all;
    }
    var shown = new TreeMap<>(all);
    shown.keySet().removeIf(other -> !workspace.exists(EntityId.flag(other)));
    return Collections.unmodifiableSortedMap(shown);
  }

  /// One shortest cycle for each group of flags that require each other, in order.
  List<List<String>> cycles() {
    return cycles;
  }

  /// Whether the flag requires itself, however long the way around.
  boolean isCyclic(String flag) {
    return cyclic.contains(flag);
  }

  /// Whether a flag requires another, directly or through others.
  boolean reaches(String from, String to) {
    return Cycles.reaches(successors, from, to);
  }

  /// The flags that require this one directly, whether it is there or not.
  static List<String> requiring(Workspace workspace, String flag) {
    return requiring(workspace, flag, _ -> true);
  }

  /// The flags that require this variant of a flag, by key. Costs O(flags that require others).
  public static List<String> requiring(Workspace workspace, String flag, String variant) {
    return requiring(workspace, flag, variant::equals);
  }

  private static List<String> requiring(
      Workspace workspace, String flag, Predicate<String> variant) {
    var requiring = new ArrayList<String>();
    for (var entity : workspace.entityStore().linked().values()) {
      if (workspace.view(entity.id()) instanceof View.OfFlag(var other)) {
        var required = other.prerequisites().get(flag);
        if (required != null && variant.test(required)) {
          requiring.add(other.key());
        }
      }
    }
    Collections.sort(requiring);
    return requiring;
  }
}
