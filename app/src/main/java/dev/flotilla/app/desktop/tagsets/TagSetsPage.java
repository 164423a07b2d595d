package dev.flotilla.app.desktop.tagsets;

import dev.flotilla.app.desktop.command.Command;
import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Confirm;
import dev.flotilla.app.desktop.control.Dialog;
import dev.flotilla.app.desktop.control.FormField;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.page.Desk;
import dev.flotilla.app.desktop.page.Frame;
import dev.flotilla.app.desktop.page.Page;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The tag sets of the workspace.
public final class TagSetsPage implements Page {
  private final TagSetsViewModel model;
  private final TagSetsView view;
  private final Frame frame;
  private final Texts texts;

  public TagSetsPage(WorkspaceModel model, Desk desk, Frame frame) {
    this.frame = frame;
    this.texts = desk.texts();
    this.model = new TagSetsViewModel(model, texts);
    this.view = new TagSetsView(this.model, texts, this::detail);
  }

  @Override
  public Node node() {
    return view.node();
  }

  @Override
  public void focus() {
    view.focusList();
  }

  @Override
  public List<Command> commands() {
    return List.of(
        Command.of(
            "tagset.new",
            Command.Group.TAG_SETS,
            texts.of("tagsets.new"),
            Feather.PLUS,
            view::focusName),
        onOpen("tagset.add-many", "tagsets.addMany", Feather.LIST, form -> addMany(form, "")),
        onOpen("tagset.copy", "tagsets.copy.do", Feather.COPY, this::copy),
        onOpen("tagset.delete", "tagsets.delete", Feather.TRASH_2, form -> model.delete(form)));
  }

  private Command onOpen(String id, String key, Feather icon, Consumer<TagSetForm> action) {
    Runnable run =
        () -> {
          TagSetForm form = model.openProperty().get();
          if (form != null) {
            action.accept(form);
          }
        };
    return Command.of(id, Command.Group.TAG_SETS, texts.of(key), icon, run)
        .when(() -> model.openProperty().get() != null);
  }

  private TagSetDetail detail(TagSetForm form) {
    MembersViewModel members = model.members(form);
    return new TagSetDetail(
        members,
        texts,
        new TagSetDetail.Wishes() {
          @Override
          public void addMany(String text) {
            TagSetsPage.this.addMany(form, text);
          }

          @Override
          public void copy() {
            TagSetsPage.this.copy(form);
          }

          @Override
          public void export() {
            FileChooser chooser = new FileChooser();
            chooser.setInitialFileName(form.key() + ".txt");
            chosen(chooser.showSaveDialog(view.node().getScene().getWindow()))
                .ifPresent(members::export);
          }

          @Override
          public void delete() {
            TagSetsPage.this.delete(form, members.usesProperty().get().targeting());
          }

          @Override
          public void openFlag(String key) {
            frame.editFlag(key);
          }
        });
  }

  private static Optional<Path> chosen(@Nullable File file) {
    return Optional.ofNullable(file).map(File::toPath);
  }

  private void addMany(TagSetForm form, String text) {
    ManyMembersViewModel many = model.many(form);
    many.textProperty().set(text);
    var dialog =
        new ManyMembersDialog(
            many,
            texts,
            () -> chosen(new FileChooser().showOpenDialog(view.node().getScene().getWindow())));
    frame.show(dialog.build(frame::closeDialog), dialog.first());
  }

  private void copy(TagSetForm form) {
    TextField name = new TextField(form.key() + " 2");
    name.setId("tagset-copy-name");
    Button copy = Buttons.primary("tagset-copy-do", texts.of("tagsets.copy.do"));
    copy.disableProperty().bind(name.textProperty().map(String::isBlank));
    Runnable take =
        () -> {
          if (!name.getText().isBlank()) {
            frame.closeDialog();
            model.copy(form, name.getText());
          }
        };
    copy.setOnAction(_ -> take.run());
    name.setOnAction(_ -> take.run());
    Button cancel = Buttons.plain("tagset-copy-cancel", texts.of("dialog.cancel"));
    cancel.setOnAction(_ -> frame.closeDialog());
    Dialog dialog =
        new Dialog(
                "tagset-copy-dialog",
                texts.of("tagsets.copy.title", form.key()),
                texts.of("dialog.close"),
                frame::closeDialog)
            .content(
                Labels.wrapped(texts.of("tagsets.copy.text"), "soft"),
                new FormField(texts.of("tagsets.copy.name"), name))
            .buttons(cancel, copy);
    dialog.getStyleClass().add("dialog-small");
    frame.show(dialog, name);
    name.selectAll();
  }

  private void delete(TagSetForm form, int targeting) {
    if (targeting == 0) {
      model.delete(form);
      return;
    }
    Confirm.Asked asked =
        Confirm.ask(
            "tagset-delete-dialog",
            texts.of("tagsets.delete.title", form.key()),
            texts.of("tagsets.delete.text", targeting),
            texts.of("tagsets.delete.do"),
            texts,
            frame::closeDialog,
            () -> model.delete(form));
    frame.show(asked.dialog(), asked.first());
  }

  @Override
  public void close() {
    view.end();
    model.close();
  }
}
