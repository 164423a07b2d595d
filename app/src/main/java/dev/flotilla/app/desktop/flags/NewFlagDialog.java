package dev.flotilla.app.desktop.flags;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Dialog;
import dev.flotilla.app.desktop.control.FormField;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.text.Values;
import dev.flotilla.model.Edit;
import dev.flotilla.model.Environment;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.FlagType;
import dev.flotilla.model.Value;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Asks for what a flag cannot be without: key and type. Everything else has its place in the
/// editor.
public final class NewFlagDialog {
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final WorkspaceModel model;
  private final Texts texts;
  private final Consumer<String> onCreated;
  private final SimpleStringProperty problem = new SimpleStringProperty("");
  private final SimpleObjectProperty<FlagType> type = new SimpleObjectProperty<>(FlagType.BOOLEAN);
  private final TextField key = new TextField();
  private final TextField description = new TextField();

  /// `onCreated` gets the key of the new flag.
  public NewFlagDialog(WorkspaceModel model, Texts texts, Consumer<String> onCreated) {
    this.model = model;
    this.texts = texts;
    this.onCreated = onCreated;
  }

  public Dialog build(Runnable onClose) {
    key.setId("new-flag-key");
    key.setPromptText(texts.of("newFlag.key.prompt"));
    key.getStyleClass().add("mono");
    key.textProperty().subscribe(_ -> problem.set(exists(key.getText().strip())));
    description.setId("new-flag-description");
    description.setPromptText(texts.of("newFlag.description.prompt"));
    Button create = Buttons.primary("new-flag-create", texts.of("newFlag.create"));
    create
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> key.getText().isBlank() || !problem.get().isEmpty(),
                key.textProperty(),
                problem));
    Runnable submit = () -> create(onClose);
    create.setOnAction(_ -> submit.run());
    key.setOnAction(_ -> submit.run());
    description.setOnAction(_ -> submit.run());
    Button cancel = Buttons.plain("new-flag-cancel", texts.of("dialog.cancel"));
    cancel.setOnAction(_ -> onClose.run());
    Dialog dialog =
        new Dialog("new-flag-dialog", texts.of("newFlag.title"), texts.of("dialog.close"), onClose)
            .content(
                new FormField(texts.of("newFlag.key"), key)
                    .error("new-flag-problem", problem)
                    .hint(texts.of("newFlag.key.hint")),
                new FormField(texts.of("newFlag.type"), types())
                    .hint(texts.of("newFlag.type.hint")),
                new FormField(texts.of("editor.description"), description))
            .buttons(cancel, create);
    dialog.getStyleClass().add("dialog-small");
    return dialog;
  }

  /// What gets the keyboard when the dialog opens.
  public Node firstField() {
    return key;
  }

  private String exists(String wanted) {
    return model.workspace().flag(wanted).isPresent() ? texts.of("newFlag.exists", wanted) : "";
  }

  private Node types() {
    ToggleGroup group = new ToggleGroup();
    HBox row = new HBox();
    row.getStyleClass().add("segments");
    for (FlagType offered : FlagType.values()) {
      ToggleButton button = new ToggleButton(Values.name(offered, texts));
      button.setId("new-flag-type-" + offered.id());
      button.setAccessibleText(Values.name(offered, texts));
      button.getStyleClass().setAll("segment");
      button.setToggleGroup(group);
      button.setSelected(offered == type.get());
      button.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(button, Priority.ALWAYS);
      button.setOnAction(_ -> {
        button.setSelected(true);
        type.set(offered);
      });
      row.getChildren().add(button);
    }
    return row;
  }

  private void create(Runnable onClose) {
    String wanted = SPACES.matcher(key.getText().strip()).replaceAll("-");
    if (wanted.isEmpty() || !exists(wanted).isEmpty()) {
      return;
    }
    Edit edit =
        new Edit.CreateFlag(
            wanted, type.get(), variants(type.get()), description.getText().strip(), settings());
    var _ =
        model
            .submitInline(texts.of("newFlag.created", wanted), List.of(edit))
            .thenAccept(refusal -> {
              if (refusal.isPresent()) {
                problem.set(refusal.get());
              } else {
                onClose.run();
                onCreated.accept(wanted);
              }
            });
  }

  /// Two variants to begin with, so that the flag can be switched at once.
  private static SortedMap<String, Value> variants(FlagType type) {
    return new TreeMap<>(
        switch (type) {
          case BOOLEAN -> Map.of("on", Value.of(true), "off", Value.of(false));
          case STRING -> Map.of("a", Value.of("a"), "b", Value.of("b"));
          case NUMBER -> Map.of("one", Value.Number.of(1), "zero", Value.Number.of(0));
          case OBJECT -> Map.of("empty", new Value.Json("{}"));
        });
  }

  private SortedMap<String, FlagSetting> settings() {
    String first =
        switch (type.get()) {
          case BOOLEAN -> "off";
          case STRING -> "a";
          case NUMBER -> "zero";
          case OBJECT -> "empty";
        };
    SortedMap<String, FlagSetting> settings = new TreeMap<>();
    for (Environment environment : model.workspace().environments()) {
      settings.put(environment.name(), FlagSetting.of(false, first));
    }
    return settings;
  }
}
