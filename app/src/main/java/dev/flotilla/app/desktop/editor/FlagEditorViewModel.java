package dev.flotilla.app.desktop.editor;

import dev.flotilla.app.desktop.form.FieldModel;
import dev.flotilla.app.desktop.session.EntityFields;
import dev.flotilla.app.desktop.session.TagColours;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.crdt.Dot;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Environment;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.FieldPath;
import dev.flotilla.model.Flag;
import dev.flotilla.model.FlagKind;
import dev.flotilla.model.FlagType;
import dev.flotilla.model.Slot;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import dev.flotilla.openfeature.json.ParsedValue;
import dev.flotilla.openfeature.json.ValueText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

/// The form of one flag. Every field commits on its own; edits of others appear in the fields that
/// are not being typed into.
///
/// Thread: FX.
public final class FlagEditorViewModel implements AutoCloseable {
  private final WorkspaceModel model;
  private final Texts texts;
  private final Moments moments;
  private final EntityFields fields;
  private final ReadOnlyObjectWrapper<Flag> flag;
  private final ReadOnlyObjectWrapper<TagColours> tags;
  private final ReadOnlyBooleanWrapper gone = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper lastChange = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ObservableList<EnvironmentForm> environments = FXCollections.observableArrayList();
  private final ObservableList<NamedField> variants = FXCollections.observableArrayList();
  private final ObservableList<NamedField> metadata = FXCollections.observableArrayList();
  private final FieldModel<SortedSet<Dot>> description;
  private final FieldModel<SortedSet<Dot>> owner;
  private final RelationsForm relations;
  private final SchemaForm schema;
  private final VariantsForm variantsForm;
  private final Subscription subscription;

  /// Opens the form of a flag that is in the workspace now.
  public FlagEditorViewModel(WorkspaceModel model, Flag flag, Texts texts, Moments moments) {
    this.model = model;
    this.texts = texts;
    this.moments = moments;
    this.fields = new EntityFields(model, texts, EntityId.flag(flag.key()));
    this.flag = new ReadOnlyObjectWrapper<>(flag);
    this.tags = new ReadOnlyObjectWrapper<>(new TagColours(model.workspace()));
    this.description = fields.text(FieldNames.DESCRIPTION);
    this.owner = fields.text(FieldNames.OWNER);
    this.relations = new RelationsForm(model, fields, texts);
    this.variantsForm = new VariantsForm(model, this.flag.getReadOnlyProperty(), problem, texts);
    this.schema = new SchemaForm(fields, texts, model.ui());
    this.subscription =
        Subscription.combine(
            model.workspaceProperty().subscribe(this::show),
            this.flag.subscribe(_ -> tellLastChange()),
            moments.passedProperty().subscribe(_ -> tellLastChange()));
  }

  /// The workspace that the flag is in.
  WorkspaceModel workspace() {
    return model;
  }

  /// Of the flag that is edited.
  public String key() {
    return fields.entity().key();
  }

  ReadOnlyObjectProperty<Flag> flagProperty() {
    return flag.getReadOnlyProperty();
  }

  /// Whether the flag is deleted; it may come back.
  ReadOnlyBooleanProperty goneProperty() {
    return gone.getReadOnlyProperty();
  }

  /// The same for a form that is closed and hears of nothing.
  boolean isGone() {
    return model.workspace().flag(flag.get().key()).isEmpty();
  }

  ReadOnlyObjectProperty<TagColours> tagsProperty() {
    return tags.getReadOnlyProperty();
  }

  public FieldModel<SortedSet<Dot>> description() {
    return description;
  }

  FieldModel<SortedSet<Dot>> owner() {
    return owner;
  }

  ObservableList<EnvironmentForm> environments() {
    return environments;
  }

  ObservableList<NamedField> variants() {
    return variants;
  }

  ObservableList<NamedField> metadata() {
    return metadata;
  }

  RelationsForm relations() {
    return relations;
  }

  VariantsForm variantsForm() {
    return variantsForm;
  }

  SchemaForm schema() {
    return schema;
  }

  /// What was wrong with the last variant, tag, link or entry that was to be added.
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// For example "Last change: Ana, 5 min ago".
  ReadOnlyStringProperty lastChangeProperty() {
    return lastChange.getReadOnlyProperty();
  }

  private void tellLastChange() {
    Flag now = flag.get();
    Instant at = Instant.ofEpochMilli(now.lastChange().at().wallMillis());
    lastChange.set(
        texts.of(
            "editor.lastChange",
            model.people().name(model.workspace(), now.lastChange().replica()),
            moments.relative(at)));
  }

  String lastChangeExact() {
    return moments.exact(Instant.ofEpochMilli(flag.get().lastChange().at().wallMillis()));
  }

  void setKind(Optional<FlagKind> kind) {
    if (!kind.equals(flag.get().kind())) {
      fields.set(
          FieldNames.KIND,
          kind.<Value>map(chosen -> new Value.Text(chosen.id())).orElseGet(Value.Absent::new));
    }
  }

  void archive(boolean archived) {
    String key = flag.get().key();
    model.editAndSay(
        texts.of(archived ? "editor.archived" : "editor.restored", key),
        List.of(
            new Edit.SetField(
                fields.entity(),
                FieldNames.ARCHIVED,
                new Value.Bool(archived),
                Optional.of(fields.seen(FieldNames.ARCHIVED)))));
  }

  /// Submits one change of several edits, and says what it did.
  void change(String message, List<Edit> edits) {
    model.editAndSay(message, edits);
  }

  void addTag(String tag) {
    addElement(FieldNames.TAGS, tag, flag.get().tags().contains(tag.strip()));
  }

  void removeTag(String tag) {
    fields.remove(FieldNames.TAGS, tag);
  }

  void addLink(String link) {
    addElement(FieldNames.LINKS, link, flag.get().links().contains(link.strip()));
  }

  void removeLink(String link) {
    fields.remove(FieldNames.LINKS, link);
  }

  /// Adds a variant with a value given as text. True when it was sent.
  boolean addVariant(String name, String text) {
    String stripped = name.strip();
    if (stripped.isEmpty() || flag.get().variants().containsKey(stripped)) {
      problem.set(
          stripped.isEmpty()
              ? texts.of("editor.variant.unnamed")
              : texts.of("editor.variant.exists", stripped));
      return false;
    }
    return set(FieldNames.variant(stripped), ValueText.parse(flag.get().type(), text));
  }

  /// Adds a metadata entry. True when it was sent.
  boolean addMetadata(String name, String text) {
    String stripped = name.strip();
    if (stripped.isEmpty()) {
      problem.set(texts.of("editor.metadata.unnamed"));
      return false;
    }
    return set(FieldNames.metadata(stripped), ValueText.guess(text));
  }

  /// Of what type an entry is: text, a number, or true or false.
  FlagType metadataType(String name) {
    return switch (flag.get().metadata().getOrDefault(name, Value.absent())) {
      case Value.Bool _ -> FlagType.BOOLEAN;
      case Value.Number _ -> FlagType.NUMBER;
      case Value.Json _ -> FlagType.OBJECT;
      case Value.Text _, Value.Position _, Value.Move _, Value.Absent _ -> FlagType.STRING;
    };
  }

  /// Makes an entry one of another type, if what it says can be read as one.
  void setMetadataType(String name, FlagType type) {
    Value now = flag.get().metadata().getOrDefault(name, Value.absent());
    if (type != metadataType(name)) {
      set(FieldNames.metadata(name), ValueText.parse(type, ValueText.edit(now)));
    }
  }

  private boolean set(String field, ParsedValue parsed) {
    problem.set(parsed.problem().orElse(""));
    if (parsed instanceof ParsedValue.Ok(var value)) {
      fields.set(field, value);
      return true;
    }
    return false;
  }

  void removeMetadata(String name) {
    fields.set(FieldNames.metadata(name), new Value.Absent());
  }

  @Override
  public void close() {
    subscription.unsubscribe();
  }

  private void addElement(String set, String element, boolean there) {
    String stripped = element.strip();
    if (!stripped.isEmpty() && !there) {
      fields.add(set, stripped);
    }
  }

  private void show(Workspace workspace) {
    Flag now = workspace.flag(flag.get().key()).orElse(null);
    gone.set(now == null);
    if (now == null) {
      return;
    }
    tags.set(new TagColours(workspace));
    if (!model.timeTravel().isPast()) {
      // In the past a field may only not be there yet: its draft waits.
      model.drafts().keepOnly(now.id(), field -> isThere(workspace, now, field));
    }
    description.show(now.description(), fields.seen(FieldNames.DESCRIPTION));
    owner.show(now.owner(), fields.seen(FieldNames.OWNER));
    relations.show(now);
    schema.show(now, workspace.value(new Slot.Field(now.id(), FieldNames.SCHEMA)));
    showEnvironments(workspace.environments(), now);
    merge(variants, now.variants().keySet(), this::variantField);
    variants.forEach(variant ->
        variant
            .field()
            .show(
                ValueText.edit(now.variants().getOrDefault(variant.name(), new Value.Absent())),
                fields.seen(FieldNames.variant(variant.name()))));
    merge(metadata, now.metadata().keySet(), this::metadataField);
    metadata.forEach(entry ->
        entry
            .field()
            .show(
                ValueText.edit(now.metadata().getOrDefault(entry.name(), new Value.Absent())),
                fields.seen(FieldNames.metadata(entry.name()))));
    flag.set(now);
  }

  private static boolean isThere(Workspace workspace, Flag flag, String field) {
    Optional<String> rules = FieldNames.environmentOfRules(field);
    if (rules.isPresent()) {
      return workspace.environment(rules.get()).isPresent();
    }
    return switch (FieldPath.parse(field)) {
      case FieldPath.Variant(var name) -> flag.variants().containsKey(name);
      case FieldPath.Metadata(var name) -> flag.metadata().containsKey(name);
      case FieldPath.Targeting(var name) -> workspace.environment(name).isPresent();
      default -> true;
    };
  }

  private void showEnvironments(List<Environment> newer, Flag now) {
    // The forms that are still there stay, with what is being typed into them.
    List<EnvironmentForm> forms = newer.stream().map(this::form).toList();
    boolean differs = !forms.equals(environments);
    for (int at = 0; at < forms.size(); at++) {
      differs |= forms.get(at).is(newer.get(at));
    }
    if (differs) {
      environments.setAll(forms);
    }
    environments.forEach(form -> form.show(now.setting(form.name())));
  }

  private EnvironmentForm form(Environment environment) {
    return environments.stream()
        .filter(form -> form.name().equals(environment.name()))
        .findFirst()
        .orElseGet(() -> new EnvironmentForm(environment, fields, texts));
  }

  private NamedField variantField(String name) {
    return new NamedField(
        name,
        fields.field(
            FieldNames.variant(name),
            text -> ValueText.parse(flag.get().type(), text).problem(),
            text -> ValueText.parse(flag.get().type(), text).get()));
  }

  private NamedField metadataField(String name) {
    return new NamedField(
        name,
        fields.field(
            FieldNames.metadata(name),
            text -> ValueText.parse(metadataType(name), text).problem(),
            text -> ValueText.parse(metadataType(name), text).get()));
  }

  /// Keeps the fields that are still there, so that a draft in one survives a new neighbour.
  private static void merge(
      ObservableList<NamedField> shown, Set<String> names, Function<String, NamedField> maker) {
    shown.removeIf(field -> !names.contains(field.name()));
    int at = 0;
    for (String name : names) {
      if (at >= shown.size() || !shown.get(at).name().equals(name)) {
        shown.add(at, maker.apply(name));
      }
      at++;
    }
  }
}
