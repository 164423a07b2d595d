package dev.flotilla.app.desktop.undo;

import dev.flotilla.app.desktop.session.UndoPreview;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.FieldWords;
import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Slot;
import dev.flotilla.model.Value;
import java.util.List;

/// What others built on a step, in words.
///
/// Thread: FX.
final class PreviewWords {
  private final WorkspaceModel model;
  private final Texts texts;
  private final Moments moments;
  private final FieldWords fields;

  PreviewWords(WorkspaceModel model, Texts texts, Moments moments) {
    this.model = model;
    this.texts = texts;
    this.moments = moments;
    this.fields = new FieldWords(texts);
  }

  String title(UndoPreview preview) {
    return texts.of(
        preview.isRedo() ? "undo.preview.redo" : "undo.preview.undo", preview.step().message());
  }

  /// What the button does.
  String action(UndoPreview preview) {
    if (!preview.isAnythingLeft()) {
      return texts.of("undo.preview.forget");
    }
    if (!preview.goes().isEmpty()) {
      return texts.of("undo.preview.anyway");
    }
    return texts.of(preview.stays().isEmpty() ? "undo.preview.anyway" : "undo.preview.rest");
  }

  List<BuiltLine> lines(List<UndoPreview.Built> all) {
    return all.stream().map(this::line).toList();
  }

  List<BuiltLine> landings(List<UndoPreview.Landing> all) {
    return all.stream().map(this::landing).toList();
  }

  private BuiltLine landing(UndoPreview.Landing landing) {
    String gone = folder(landing.gone());
    return new BuiltLine(
        landing.entity().kind().equals(EntityId.FOLDER)
            ? folder(landing.entity().key())
            : landing.entity().key(),
        landing
            .shown()
            .map(key -> texts.of("undo.lands.in", folder(key), gone))
            .orElseGet(() -> texts.of("undo.lands.top", gone)));
  }

  /// The name, also of a folder that is deleted, if it is still known.
  private String folder(String key) {
    Slot name = new Slot.Field(EntityId.folder(key), FieldNames.NAME);
    return model.workspace().value(name) instanceof Value.Text(var text) ? text : key;
  }

  private BuiltLine line(UndoPreview.Built built) {
    return new BuiltLine(
        built.entity().key(),
        what(built),
        model.people().name(model.workspace(), built.by()),
        model.people().deviceName(model.workspace(), built.by()),
        moments.relative(built.at()));
  }

  private String what(UndoPreview.Built built) {
    if (built.place().isEmpty()) {
      return texts.of("undo.built.whole");
    }
    String place = built.place().get();
    return built
        .element()
        .map(element -> element(place, element))
        .orElseGet(() -> fields.name(place));
  }

  private String element(String set, String element) {
    return switch (set) {
      case FieldNames.TAGS -> texts.of("undo.built.tag", element);
      case FieldNames.LINKS -> texts.of("undo.built.link", element);
      case FieldNames.MEMBERS -> texts.of("undo.built.member", element);
      case FieldNames.REQUIRES -> texts.of("undo.built.requires", element);
      default -> fields.name(set);
    };
  }
}
