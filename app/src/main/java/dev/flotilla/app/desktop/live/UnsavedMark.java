package dev.flotilla.app.desktop.live;

import dev.flotilla.app.desktop.session.Drafts;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.FieldWords;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.model.EntityId;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A dot for what was typed about an entity and is not saved, with words where there is room for
/// them. Its tooltip names the fields. Made once for a cell and shown for one entity after the
/// other.
public final class UnsavedMark extends Label {
  private final Drafts drafts;
  private final Texts texts;
  private final Tooltip tooltip = new Tooltip();
  private @Nullable EntityId entity;

  /// Drafts outlive windows: they do not keep this.
  private final ChangeListener<Number> refresh = (_, _, _) -> refresh();

  private UnsavedMark(WorkspaceModel model, Texts texts, String words) {
    super(words);
    this.drafts = model.drafts();
    this.texts = texts;
    getStyleClass().addAll("unsaved-mark", "small");
    Region dot = new Region();
    dot.getStyleClass().add("unsaved-dot");
    setGraphic(dot);
    setMinWidth(USE_PREF_SIZE);
    setTooltip(tooltip);
    drafts.versionProperty().addListener(new WeakChangeListener<>(refresh));
    refresh();
  }

  /// A dot, for a row.
  public static UnsavedMark dot(WorkspaceModel model, Texts texts) {
    return new UnsavedMark(model, texts, "");
  }

  /// A dot and a word, for the head of a form.
  public static UnsavedMark inWords(WorkspaceModel model, Texts texts, EntityId entity) {
    UnsavedMark mark = new UnsavedMark(model, texts, texts.of("live.unsaved"));
    mark.show(entity);
    return mark;
  }

  /// From now on this is about `next`.
  public void show(@Nullable EntityId next) {
    entity = next;
    refresh();
  }

  private void refresh() {
    EntityId now = entity;
    List<String> unsaved = now == null ? List.of() : drafts.of(now);
    boolean shown = !unsaved.isEmpty();
    String sentence = sentence(unsaved, texts);
    tooltip.setText(sentence);
    setAccessibleText(sentence);
    setVisible(shown);
    setManaged(shown);
  }

  /// What is not saved, for example "Not saved: description, rules in production"; empty if
  /// nothing.
  public static String sentence(List<String> unsaved, Texts texts) {
    FieldWords words = new FieldWords(texts);
    return unsaved.isEmpty()
        ? ""
        : texts.of(
            "live.unsaved.fields",
            unsaved.stream().map(words::name).collect(Collectors.joining(", ")));
  }
}
