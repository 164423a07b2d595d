package dev.flotilla.app.desktop.flags;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Dialog;
import dev.flotilla.app.desktop.control.FormField;
import dev.flotilla.app.desktop.control.TagField;
import dev.flotilla.app.desktop.page.Frame;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.model.Flag;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;

/// The dialogs that ask what to do to the picked flags.
final class ActionDialogs {
  private final FlagActions actions;
  private final Frame frame;
  private final Texts texts;

  ActionDialogs(FlagActions actions, Frame frame, Texts texts) {
    this.actions = actions;
    this.frame = frame;
    this.texts = texts;
  }

  /// Asks for the key of a copy.
  void clone(Flag flag) {
    SimpleStringProperty problem = new SimpleStringProperty("");
    TextField key = new TextField(freeKey(flag.key()));
    key.setId("clone-key");
    key.getStyleClass().add("mono");
    key.textProperty().subscribe(text -> problem.set(actions.problemOf(text.strip())));
    Runnable copy =
        () -> {
          if (!key.getText().isBlank() && problem.get().isEmpty()) {
            frame.closeDialog();
            actions.copy(flag, key.getText().strip());
          }
        };
    key.setOnAction(_ -> copy.run());
    FormField field =
        new FormField(texts.of("newFlag.key"), key)
            .error("clone-problem", problem)
            .hint(texts.of("flags.clone.hint"));
    show(
        "clone-dialog",
        texts.of("flags.clone.title", flag.key()),
        "flags.clone.yes",
        copy,
        key,
        field);
    key.selectAll();
  }

  /// Asks who looks after the picked flags.
  void owner() {
    TextField owner = new TextField();
    owner.setId("bulk-owner");
    Runnable own =
        () -> {
          frame.closeDialog();
          actions.own(owner.getText());
        };
    owner.setOnAction(_ -> own.run());
    FormField field =
        new FormField(texts.of("flags.owner"), owner).hint(texts.of("flags.bulk.owner.hint"));
    show(
        "bulk-owner-dialog",
        texts.of("flags.bulk.owner.title", actions.countProperty().get()),
        "flags.bulk.owner.yes",
        own,
        owner,
        field);
  }

  /// Asks for tags to add and to take away.
  void tags() {
    SortedSet<String> added = new TreeSet<>();
    SortedSet<String> removed = new TreeSet<>();
    TagField add = tagField("bulk-add-tags", added, actions.knownTags());
    SortedSet<String> carried = actions.tags();
    TagField remove = tagField("bulk-remove-tags", removed, carried);
    Runnable run =
        () -> {
          frame.closeDialog();
          actions.tag(added, removed);
        };
    show(
        "bulk-tags-dialog",
        texts.of("flags.bulk.tags.title", actions.countProperty().get()),
        "flags.bulk.tags.yes",
        run,
        add.lookup(".text-field"),
        new FormField(texts.of("flags.bulk.tags.add"), add),
        new FormField(texts.of("flags.bulk.tags.remove"), remove)
            .hint(texts.of("flags.bulk.tags.hint")));
  }

  private TagField tagField(String id, SortedSet<String> tags, Collection<String> offered) {
    TagField[] field = new TagField[1];
    Runnable show =
        () -> field[0].show(List.copyOf(tags), offered, actions.table().tagsProperty().get()::of);
    field[0] =
        new TagField(
            id,
            texts.of("flags.bulk.tags.prompt"),
            tag -> texts.of("flags.bulk.tags.drop", tag),
            tag -> {
              tags.add(tag);
              show.run();
            },
            tag -> {
              tags.remove(tag);
              show.run();
            });
    show.run();
    return field[0];
  }

  private void show(
      String id, String title, String yes, Runnable run, Node first, Node... content) {
    Button cancel = Buttons.plain(id + "-cancel", texts.of("dialog.cancel"));
    cancel.setOnAction(_ -> frame.closeDialog());
    Button doIt = Buttons.primary(id + "-yes", texts.of(yes));
    doIt.setOnAction(_ -> run.run());
    Dialog dialog =
        new Dialog(id, title, texts.of("dialog.close"), frame::closeDialog)
            .content(content)
            .buttons(cancel, doIt);
    dialog.getStyleClass().add("dialog-small");
    frame.show(dialog, first);
  }

  private String freeKey(String key) {
    String wanted = key + "-copy";
    for (int at = 2; !actions.problemOf(wanted).isEmpty(); at++) {
      wanted = key + "-copy-" + at;
    }
    return wanted;
  }
}
