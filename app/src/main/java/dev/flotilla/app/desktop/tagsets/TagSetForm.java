package dev.flotilla.app.desktop.tagsets;

import dev.flotilla.app.desktop.form.FieldModel;
import dev.flotilla.app.desktop.session.EntityFields;
import dev.flotilla.app.desktop.session.OpenForms;
import dev.flotilla.app.desktop.session.TagColours;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Hue;
import dev.flotilla.crdt.Dot;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.TagSet;
import dev.flotilla.model.Value;
import java.util.SortedSet;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// One tag set: description and colour, each committed on its own.
final class TagSetForm implements OpenForms.Form<TagSet> {
  private final EntityFields fields;
  private final ReadOnlyObjectWrapper<TagSet> tagSet;
  private final FieldModel<SortedSet<Dot>> description;

  TagSetForm(WorkspaceModel model, TagSet tagSet, Texts texts) {
    this.fields = new EntityFields(model, texts, EntityId.tagSet(tagSet.key()));
    this.tagSet = new ReadOnlyObjectWrapper<>(tagSet);
    this.description = fields.text(FieldNames.DESCRIPTION);
    show(tagSet);
  }

  @Override
  public String key() {
    return tagSet.get().key();
  }

  @Override
  public TagSet shown() {
    return tagSet.get();
  }

  ReadOnlyObjectProperty<TagSet> tagSetProperty() {
    return tagSet.getReadOnlyProperty();
  }

  FieldModel<SortedSet<Dot>> description() {
    return description;
  }

  Hue hue() {
    return TagColours.hueOf(tagSet.get());
  }

  @Override
  public void show(TagSet newer) {
    description.show(newer.description(), fields.seen(FieldNames.DESCRIPTION));
    tagSet.set(newer);
  }

  void setColour(Hue hue) {
    fields.set(FieldNames.COLOUR, new Value.Text(hue.stored()));
  }
}
