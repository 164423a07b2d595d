package dev.flotilla.app.desktop.targeting;

import dev.flotilla.app.desktop.control.code.CodeMark;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Environment;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Flag;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.RuleDraft;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import dev.flotilla.openfeature.json.JsonText;
import dev.flotilla.openfeature.targeting.Condition;
import dev.flotilla.openfeature.targeting.Outcome;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;

/// The targeting of one flag in one environment while it is edited: rules as a form and as JSON,
/// which always say the same, until it is saved as one change.
///
/// What others change meanwhile comes in at once, except where it was edited here: that stays, and
/// is told of ([#overtakenProperty()]).
///
/// Thread: FX.
public final class TargetingForm implements AutoCloseable {
  private final WorkspaceModel model;
  private final String flagKey;
  private final String environmentName;
  private final Texts texts;
  private final InstantSource clock;
  private final TargetingChecks checks;
  private final ReadOnlyObjectWrapper<FlagSetting> setting =
      new ReadOnlyObjectWrapper<>(FlagSetting.OFF);
  private final ReadOnlyObjectWrapper<TargetingDraft> draft;
  private final ReadOnlyObjectWrapper<Set<String>> overtaken =
      new ReadOnlyObjectWrapper<>(Set.of());
  private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final StringProperty json = new SimpleStringProperty("");
  private final StringProperty context = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Optional<Tried>> tried =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Subscription subscription;
  private String overtaker = "";
  private boolean jsonLeads;
  private boolean jsonBroken;

  public TargetingForm(
      WorkspaceModel model, String flag, String environment, Texts texts, InstantSource clock) {
    this.model = model;
    this.flagKey = flag;
    this.environmentName = environment;
    this.texts = texts;
    this.clock = clock;
    this.checks = new TargetingChecks(model, environment, texts);
    this.draft = new ReadOnlyObjectWrapper<>(TargetingDraft.of(FlagSetting.OFF));
    TargetingLeft.in(model.drafts(), entity(), environment).ifPresent(this::goOn);
    this.subscription =
        Subscription.combine(
            model.workspaceProperty().subscribe(this::arrived),
            json.subscribe(this::typed),
            context.subscribe(_ -> tryIt()));
  }

  /// The flag.
  EntityId entity() {
    return EntityId.flag(flagKey);
  }

  /// Changes whenever somebody else begins or ends to edit something.
  ReadOnlyLongProperty othersProperty() {
    return model.live().versionProperty();
  }

  /// Who edits a rule just now, other than here; empty if nobody does.
  String editedBy(String rule) {
    var live = model.live();
    String when = live.editing(entity(), FieldNames.condition(environmentName, rule));
    return when.isEmpty()
        ? live.editing(entity(), FieldNames.outcome(environmentName, rule))
        : when;
  }

  String environment() {
    return environmentName;
  }

  String flagKey() {
    return flagKey;
  }

  /// What the workspace says now.
  ReadOnlyObjectProperty<FlagSetting> settingProperty() {
    return setting.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<TargetingDraft> draftProperty() {
    return draft.getReadOnlyProperty();
  }

  /// The rules as JSON; may be typed.
  StringProperty jsonProperty() {
    return json;
  }

  /// Keys of the rules that others changed after they were changed here.
  ReadOnlyObjectProperty<Set<String>> overtakenProperty() {
    return overtaken.getReadOnlyProperty();
  }

  /// Who changed last what was being edited here.
  String overtaker() {
    return overtaker;
  }

  /// Whether there is something to save.
  ReadOnlyBooleanProperty changedProperty() {
    return changed.getReadOnlyProperty();
  }

  /// Why it cannot be saved; empty if it can.
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// A context to try; may be typed.
  StringProperty contextProperty() {
    return context;
  }

  /// What the typed context gets; none without one.
  ReadOnlyObjectProperty<Optional<Tried>> triedProperty() {
    return tried.getReadOnlyProperty();
  }

  Optional<Flag> flag() {
    return model.workspace().flag(flagKey);
  }

  Optional<Environment> place() {
    return model.workspace().environment(environmentName);
  }

  /// Keys and sizes of the tag sets, by key.
  Map<String, Integer> tagSets() {
    var sizes = new TreeMap<String, Integer>();
    model.workspace().tagSets().forEach(set -> sizes.put(set.key(), set.members().size()));
    return sizes;
  }

  /// The names of the environment's shared rules.
  Set<String> sharedRules() {
    return place().map(environment -> environment.evaluators().keySet()).orElse(Set.of());
  }

  List<String> variants() {
    return flag().map(flag -> List.copyOf(flag.variants().keySet())).orElse(List.of());
  }

  // Editing

  void setCondition(String key, Condition condition) {
    edit(now -> now.with(now.indexOf(key), item -> item.with(condition)));
  }

  void setOutcome(String key, Outcome outcome) {
    edit(now -> now.with(now.indexOf(key), item -> item.with(outcome)));
  }

  void add(RuleDraft rule) {
    edit(now -> now.add(now.rules().size(), rule));
  }

  void duplicate(String key) {
    edit(now -> {
      int at = now.indexOf(key);
      return now.add(at + 1, now.rules().get(at).draft());
    });
  }

  void remove(String key) {
    edit(now -> now.remove(now.indexOf(key)));
  }

  /// Puts a rule to a place, counted from 0 without it.
  void move(String key, int to) {
    edit(now -> {
      int last = now.rules().size() - 1;
      return now.move(now.indexOf(key), Math.clamp(to, 0, last));
    });
  }

  void removeRest() {
    edit(now -> now.withRest(Optional.empty()));
  }

  boolean canTakeApart() {
    return draft.get().takenApart().isPresent();
  }

  /// Makes rules of the targeting that applies after them.
  void takeApart() {
    edit(now -> now.takenApart().orElse(now));
  }

  private void edit(UnaryOperator<TargetingDraft> change) {
    jsonBroken = false;
    show(change.apply(draft.get()));
  }

  /// Takes the version of the others for a rule that both changed.
  void takeTheirs(String key) {
    var theirs = TargetingDraft.of(setting.get());
    forget(key);
    if (key.equals(Rebase.REST)) {
      show(draft.get().withRest(theirs.rest()));
      return;
    }
    var their = theirs.item(key);
    edit(now ->
        their.isPresent()
            ? now.with(now.indexOf(key), item -> item.with(their.get().draft()))
            : now.remove(now.indexOf(key)));
  }

  /// Keeps the version made here of a rule that both changed.
  void keepMine(String key) {
    forget(key);
  }

  private void forget(String key) {
    var left = new LinkedHashSet<>(overtaken.get());
    left.remove(key);
    overtaken.set(Set.copyOf(left));
    remember();
  }

  /// What the others made of a rule; none if they removed it.
  Optional<RuleDraft> theirs(String key) {
    return TargetingDraft.of(setting.get()).item(key).map(RuleItem::draft);
  }

  void discard() {
    overtaken.set(Set.of());
    jsonBroken = false;
    show(TargetingDraft.of(setting.get()));
  }

  /// Saves everything as one change. Does nothing while there is a problem.
  void save() {
    if (changed.get() && problem.get().isEmpty()) {
      submit(draft.get());
    }
  }

  /// Adds a rule before all others: at once, or to what is being edited.
  ///
  /// @param turnOn whether the flag is to be on as well
  void target(RuleDraft rule, boolean turnOn) {
    var edits = new ArrayList<Edit>();
    if (turnOn) {
      edits.add(new Edit.SetField(entity(), FieldNames.state(environmentName), Value.of(true)));
    }
    if (changed.get()) {
      edit(now -> now.add(0, rule));
    } else {
      edits.addAll(draft.get().add(0, rule).edits(flagKey, environmentName, setting.get()));
    }
    if (!edits.isEmpty()) {
      model.editAndSay(texts.of("targeting.saved", flagKey, environmentName), edits);
    }
  }

  private void submit(TargetingDraft wanted) {
    List<Edit> edits = wanted.edits(flagKey, environmentName, setting.get());
    var message = texts.of("targeting.saved", flagKey, environmentName);
    var _ =
        model
            .submit(message, edits)
            .thenAccept(refusal -> {
              if (refusal.isEmpty()) {
                discard();
              }
            });
  }

  // What arrives

  private void arrived(Workspace workspace) {
    if (model.timeTravel().isPast() && changed.get()) {
      // What is edited waits until the present is back.
      return;
    }
    var newest =
        workspace.flag(flagKey).map(flag -> flag.setting(environmentName)).orElse(FlagSetting.OFF);
    var base = setting.get();
    boolean dirty = changed.get();
    setting.set(newest);
    if (!dirty) {
      show(TargetingDraft.of(newest));
    } else if (!newest.equals(base)) {
      var rebased = Rebase.of(draft.get(), base, newest);
      workspace
          .flag(flagKey)
          .ifPresent(
              flag -> overtaker = model.people().name(workspace, flag.lastChange().replica()));
      var all = new LinkedHashSet<>(overtaken.get());
      all.addAll(rebased.overtaken());
      overtaken.set(Set.copyOf(all));
      show(rebased.draft());
    }
    tryIt();
  }

  private void show(TargetingDraft newest) {
    draft.set(newest);
    changed.set(jsonBroken || !newest.sameAs(TargetingDraft.of(setting.get())));
    if (!jsonLeads && !jsonBroken && !newest.isSaidBy(json.get())) {
      json.set(newest.json());
    }
    problem.set(checks.firstError(jsonBroken ? json.get() : newest.json()));
    remember();
    tryIt();
  }

  private void remember() {
    String broken = jsonBroken ? json.get() : "";
    new TargetingLeft(draft.get(), setting.get(), overtaken.get(), overtaker, broken)
        .keep(model.drafts(), entity(), environmentName, changed.get());
  }

  private void goOn(TargetingLeft left) {
    setting.set(left.base());
    overtaken.set(left.overtaken());
    overtaker = left.overtaker();
    jsonBroken = !left.broken().isEmpty();
    json.set(left.broken());
    show(left.draft());
  }

  private void typed(String text) {
    jsonBroken = !text.isBlank() && JsonText.parseError(text).isPresent();
    if (jsonBroken || draft.get().isSaidBy(text)) {
      show(draft.get());
      return;
    }
    jsonLeads = true;
    try {
      show(draft.get().withJson(text));
    } finally {
      jsonLeads = false;
    }
  }

  /// What is wrong with a whole expression, or doubtful.
  List<CodeMark> marks(String text) {
    return checks.marks(text);
  }

  // Trying

  private void tryIt() {
    tried.set(
        context.get().isBlank()
            ? Optional.empty()
            : flag()
                .flatMap(flag -> checks.tried(flag, context.get(), clock.instant()))
                .map(trial -> trial.with(draft.get().setting(setting.get()))));
  }

  @Override
  public void close() {
    subscription.unsubscribe();
  }
}
