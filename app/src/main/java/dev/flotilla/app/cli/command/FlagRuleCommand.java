package dev.flotilla.app.cli.command;

import dev.flotilla.app.cli.print.RulePrint;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Flag;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.Place;
import dev.flotilla.model.Rule;
import dev.flotilla.model.RuleDraft;
import dev.flotilla.model.Value;
import dev.flotilla.net.node.Replica;
import dev.flotilla.openfeature.flagd.RuleChain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `flag rule`: the ordered targeting rules of a flag. A rule is named by its id or by the number
/// before the dash, if that is enough.
@Command(
    name = "rule",
    description = "Show and change the targeting rules of a flag: the first that applies counts.")
final class FlagRuleCommand {
  private final CommandContext context;

  FlagRuleCommand(CommandContext context) {
    this.context = context;
  }

  /// When a rule that is there is to apply from now on.
  static final class Condition {
    @Option(
        names = "--when",
        paramLabel = "JSON|@FILE",
        description = "The condition, as JSONLogic, or the file that has it.")
    @Nullable String when;

    @Option(names = "--always", description = "Apply always, without a condition.")
    boolean always;
  }

  @Command(description = "List the rules in their order.")
  int list(
      @Parameters(paramLabel = "KEY", description = "The flag's key.") String key,
      @Option(
              names = "--env",
              paramLabel = "E",
              description = "Only of this environment; of all by default.")
          @Nullable String environment) {
    Replica replica = context.replica();
    List<String> named = environment == null ? List.of() : List.of(environment);
    List<String> chosen = context.environments(replica, named);
    RulePrint.list(context.flag(replica, key), chosen, context.json(), context.output());
    return ExitCode.DONE;
  }

  @Command(
      description = "Add a rule; without --when it applies always, without a place it is last.")
  int add(
      @Parameters(paramLabel = "KEY", description = "The flag's key.") String key,
      @Mixin InEnvironment in,
      @Option(
              names = "--when",
              paramLabel = "JSON|@FILE",
              description = "The condition, as JSONLogic, or the file that has it.")
          @Nullable String when,
      @Option(
              names = "--serve",
              paramLabel = "VARIANT|JSON",
              required = true,
              description = "The variant that is served, or JSONLogic that gives one.")
          String serve,
      @ArgGroup(multiplicity = "0..1") @Nullable RulePlace where,
      @Mixin ChangeMessage message) {
    Replica replica = context.replica();
    String environment = context.environment(replica, in.environment);
    Flag before = context.flag(replica, key);
    Optional<String> condition =
        Optional.ofNullable(when).map(text -> RuleText.condition(context.textOrFile(text)).text());
    var draft = new RuleDraft(condition, RuleText.outcome(before, serve));
    Place place = where == null ? new Place.Last() : where.place();
    context.submit(
        replica, List.of(new Edit.AddRule(key, environment, draft, place)), message.text);
    Rule added = added(before.setting(environment), setting(replica, key, environment), draft);
    return changed(replica, key, environment, added.id(), "Added");
  }

  // Others may add rules at the same moment.
  private static Rule added(FlagSetting before, FlagSetting now, RuleDraft draft) {
    return now.rules().stream()
        .filter(rule -> rule.draft().equals(draft) && before.rule(rule.id()).isEmpty())
        .findFirst()
        .orElseThrow(() -> new CommandRefused("The rule was removed by somebody at once."));
  }

  @Command(description = "Change when a rule applies or what it leads to.")
  int set(
      @Parameters(index = "0", paramLabel = "KEY", description = "The flag's key.") String key,
      @Parameters(index = "1", paramLabel = "ID", description = "Which rule.") String id,
      @Mixin InEnvironment in,
      @ArgGroup(multiplicity = "0..1") @Nullable Condition condition,
      @Option(
              names = "--serve",
              paramLabel = "VARIANT|JSON",
              description = "The variant that is served, or JSONLogic that gives one.")
          @Nullable String serve,
      @Mixin ChangeMessage message) {
    Replica replica = context.replica();
    String environment = context.environment(replica, in.environment);
    Flag flag = context.flag(replica, key);
    String rule = wholeId(flag.setting(environment), id);
    List<Edit> edits = new ArrayList<>();
    if (condition != null) {
      Optional<String> newest =
          Optional.ofNullable(condition.when)
              .map(text -> RuleText.condition(context.textOrFile(text)).text());
      edits.add(Edit.setCondition(key, environment, rule, newest));
    }
    if (serve != null) {
      edits.add(Edit.setOutcome(key, environment, rule, RuleText.outcome(flag, serve)));
    }
    if (edits.isEmpty()) {
      throw new CommandRefused("Nothing to change; say what, with --when, --always or --serve.");
    }
    context.submit(replica, edits, message.text);
    return changed(replica, key, environment, rule, "Changed");
  }

  @Command(description = "Put a rule somewhere else among the others.")
  int move(
      @Parameters(index = "0", paramLabel = "KEY", description = "The flag's key.") String key,
      @Parameters(index = "1", paramLabel = "ID", description = "Which rule.") String id,
      @Mixin InEnvironment in,
      @ArgGroup(multiplicity = "1") RulePlace where,
      @Mixin ChangeMessage message) {
    Replica replica = context.replica();
    String environment = context.environment(replica, in.environment);
    String rule = wholeId(context.flag(replica, key).setting(environment), id);
    var edit = new Edit.MoveRule(key, environment, rule, where.place());
    context.submit(replica, List.of(edit), message.text);
    return changed(replica, key, environment, rule, "Moved");
  }

  @Command(description = "Remove a rule.")
  int remove(
      @Parameters(index = "0", paramLabel = "KEY", description = "The flag's key.") String key,
      @Parameters(index = "1", paramLabel = "ID", description = "Which rule.") String id,
      @Mixin InEnvironment in,
      @Mixin ChangeMessage message) {
    Replica replica = context.replica();
    String environment = context.environment(replica, in.environment);
    String rule = wholeId(context.flag(replica, key).setting(environment), id);
    var edit = new Edit.RemoveRule(key, environment, rule);
    context.submit(replica, List.of(edit), message.text);
    return context.done("removed", rule, sentence("Removed", rule, key, environment));
  }

  @Command(
      description = {
        "Take targeting that is a chain of conditions apart into rules.",
        "They come after the rules that are there; what is left stays targeting."
      })
  int split(
      @Parameters(paramLabel = "KEY", description = "The flag's key.") String key,
      @Mixin InEnvironment in,
      @Mixin ChangeMessage message) {
    Replica replica = context.replica();
    String environment = context.environment(replica, in.environment);
    FlagSetting setting = context.flag(replica, key).setting(environment);
    RuleChain chain =
        setting
            .targeting()
            .flatMap(RuleChain::of)
            .orElseThrow(() -> new CommandRefused(noChain(key, environment, setting)));
    context.submit(replica, split(key, environment, setting, chain), message.text);
    if (context.json()) {
      RulePrint.list(context.flag(replica, key), List.of(environment), true, context.output());
    } else {
      int count = chain.rules().size();
      context
          .output()
          .line(
              "Made %d %s from the targeting of the flag %s in %s."
                  .formatted(count, count == 1 ? "rule" : "rules", key, environment));
    }
    return ExitCode.DONE;
  }

  // Rules that are there stay what they are: others may be editing them.
  private static List<Edit> split(
      String key, String environment, FlagSetting setting, RuleChain chain) {
    if (setting.rules().isEmpty()) {
      return List.of(new Edit.ReplaceTargeting(key, environment, chain.rules(), chain.rest()));
    }
    List<Edit> edits = new ArrayList<>();
    for (RuleDraft rule : chain.rules()) {
      edits.add(new Edit.AddRule(key, environment, rule, new Place.Last()));
    }
    edits.add(
        new Edit.SetField(
            EntityId.flag(key),
            FieldNames.targeting(environment),
            chain.rest().<Value>map(Value.Json::new).orElse(Value.absent())));
    return edits;
  }

  private static String noChain(String key, String environment, FlagSetting setting) {
    return setting.targeting().isEmpty()
        ? "The flag " + key + " has no targeting in " + environment + " that could be split."
        : "The targeting of the flag "
            + key
            + " in "
            + environment
            + " is no chain of the form {\"if\": [condition, outcome, …]}, so it cannot be split.";
  }

  private int changed(Replica replica, String key, String environment, String rule, String what) {
    if (context.json()) {
      RulePrint.one(context.flag(replica, key), environment, rule, context.output());
    } else {
      context.output().line(sentence(what, rule, key, environment));
    }
    return ExitCode.DONE;
  }

  private static String sentence(String what, String rule, String key, String environment) {
    return "%s rule %s of the flag %s in %s.".formatted(what, rule, key, environment);
  }

  // What names no rule, or several, is left to the planner, which says so.
  private static String wholeId(FlagSetting setting, String text) {
    return setting.rule(text).map(Rule::id).orElse(text);
  }

  private FlagSetting setting(Replica replica, String key, String environment) {
    return context.flag(replica, key).setting(environment);
  }
}
