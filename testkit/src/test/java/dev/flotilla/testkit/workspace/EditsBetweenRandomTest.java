package dev.flotilla.testkit.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EditPlanner;
import dev.flotilla.model.EditsBetween;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Flag;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.NextDots;
import dev.flotilla.model.Plan;
import dev.flotilla.model.Rule;
import dev.flotilla.model.RuleDraft;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import dev.flotilla.testkit.Seeded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// Two replicas edit anything, merges and conflicts included. Whatever was once shown can be shown
/// again by one list of edits.
class EditsBetweenRandomTest {
  private static final int STEPS = 60;

  @Seeded(80)
  void theEditsMakeOneWorkspaceShowWhatAnotherShowed(long seed) {
    var random = new SplittableRandom(seed);
    var fleet = new Fleet(2);
    var seen = new ArrayList<Workspace>();
    for (int step = 0; step < STEPS; step++) {
      int replica = random.nextInt(2);
      fleet.tryEdit(replica, RandomEdits.any(fleet.workspace(replica), random));
      if (random.nextInt(6) == 0) {
        fleet.sync(0, 1);
        fleet.sync(1, 0);
      }
      seen.add(fleet.workspace(replica));
    }
    var now = fleet.workspace(0);

    for (var wanted : seen) {
      if (fits(wanted)) {
        var edits = EditsBetween.of(now, wanted);

        var result = applied(now, edits);

        assertThat(Shown.of(result)).as("%s", edits).isEqualTo(Shown.of(wanted));
        assertThat(EditsBetween.of(result, wanted)).isEmpty();
      }
    }
  }

  private static Workspace applied(Workspace now, List<Edit> edits) {
    if (edits.isEmpty()) {
      return now;
    }
    var plan = EditPlanner.plan(now, edits, NextDots.of(now, Fleet.id(0)));
    assertThat(plan).as("%s", edits).isInstanceOf(Plan.Accepted.class);
    return now.apply(
        Fleet.id(0),
        now.vector().get(Fleet.id(0)) + 1,
        new HybridTimestamp(1_000_000, 0),
        ((Plan.Accepted) plan).operations());
  }

  /// Merges leave what no edit can make: those are left out by rule, or refused with a sentence.
  private static boolean fits(Workspace workspace) {
    return workspace.flags().stream().allMatch(flag -> fits(workspace, flag));
  }

  private static boolean fits(Workspace workspace, Flag flag) {
    return !flag.variants().isEmpty()
        && flag.variants().values().stream().allMatch(flag.type()::accepts)
        && flag.prerequisites().entrySet().stream()
            .allMatch(required ->
                workspace
                    .flag(required.getKey())
                    .filter(other -> other.variants().containsKey(required.getValue()))
                    .isPresent())
        && workspace.conflicts().stream().noneMatch(Conflict.PrerequisiteCycle.class::isInstance)
        && flag.environments().values().stream().allMatch(setting -> fits(flag, setting));
  }

  private static boolean fits(Flag flag, FlagSetting setting) {
    return setting.defaultVariant().filter(v -> !flag.variants().containsKey(v)).isEmpty()
        && setting.rules().stream()
            .allMatch(rule ->
                rule.outcome() instanceof Value.Text(var variant)
                    ? flag.variants().containsKey(variant)
                    : rule.outcome().isPresent());
  }

  /// What people see, without who wrote it when, and under which id a rule goes.
  private record Shown(
      String name,
      Map<String, FlagShown> flags,
      Map<String, List<Object>> tagSets,
      Map<String, List<Object>> environments,
      Map<String, List<Object>> folders) {
    static Shown of(Workspace workspace) {
      var flags = new TreeMap<String, FlagShown>();
      workspace.flags().forEach(flag -> flags.put(flag.key(), FlagShown.of(workspace, flag)));
      var tagSets = new TreeMap<String, List<Object>>();
      workspace
          .tagSets()
          .forEach(set ->
              tagSets.put(set.key(), List.of(set.description(), set.colour(), set.members())));
      var environments = new TreeMap<String, List<Object>>();
      workspace
          .environments()
          .forEach(one ->
              environments.put(
                  one.name(),
                  List.of(one.order(), one.isProtected(), one.evaluators(), one.metadata())));
      var folders = new TreeMap<String, List<Object>>();
      workspace
          .folders()
          .forEach(folder ->
              folders.put(
                  folder.key(), List.of(folder.name(), folder.description(), folder.parent())));
      return new Shown(workspace.name(), flags, tagSets, environments, folders);
    }
  }

  private record FlagShown(
      Object type,
      List<String> texts,
      boolean archived,
      SortedSet<String> tags,
      SortedMap<String, Value> variants,
      SortedMap<String, Value> metadata,
      Optional<String> folder,
      SortedMap<String, String> prerequisites,
      Map<String, List<Object>> settings) {
    static FlagShown of(Workspace workspace, Flag flag) {
      var settings = new TreeMap<String, List<Object>>();
      for (var environment : workspace.entities(EntityId.ENVIRONMENT)) {
        var setting = flag.setting(environment.key());
        var rules = new ArrayList<RuleDraft>();
        setting.rules().stream().map(Rule::draft).forEach(rules::add);
        settings.put(
            environment.key(),
            List.of(setting.enabled(), setting.defaultVariant(), setting.targeting(), rules));
      }
      return new FlagShown(
          flag.type(),
          List.of(flag.description(), flag.owner(), flag.kind().toString()),
          flag.archived(),
          flag.tags(),
          flag.variants(),
          flag.metadata(),
          flag.folder(),
          flag.prerequisites(),
          settings);
    }
  }
}
