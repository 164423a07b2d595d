package dev.flotilla.app.desktop.peers;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Dialog;
import dev.flotilla.app.desktop.control.FormField;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.session.OpenWorkspace;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.model.Role;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Makes an invitation for another machine: choose what it may do, create, copy.
public final class InviteDialog {
  private static final List<Role> ROLES = List.of(Role.EDITOR, Role.VIEWER, Role.ADMIN);
  private static final int ROWS = 4;

  private final InviteViewModel model;
  private final Texts texts;

  public InviteDialog(OpenWorkspace workspace, Texts texts) {
    this.model = new InviteViewModel(workspace);
    this.texts = texts;
  }

  public Dialog build(Runnable onClose) {
    BooleanBinding made = model.invitationProperty().isNotEmpty();
    Button create = Buttons.primary("invite-create", texts.of("invite.create"));
    Button copy = Buttons.primary("invite-copy", texts.of("invite.copy"));
    Regions.shownWhile(create, made.not());
    Regions.shownWhile(copy, made);
    create.setOnAction(_ -> {
      model.create();
      if (made.get()) {
        copy.setText(texts.of("invite.copy"));
        copy.requestFocus();
      }
    });
    copy.setOnAction(_ -> {
      String text = model.invitationProperty().get();
      Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
      copy.setText(texts.of("invite.copied"));
    });
    Button done = Buttons.plain("invite-done", texts.of("dialog.done"));
    done.setOnAction(_ -> onClose.run());
    Label before = Labels.wrapped(texts.of("invite.before"), "soft");
    Label earlier = Labels.wrapped(texts.of("invite.earlier"), "soft");
    earlier.setId("invite-earlier");
    Dialog dialog =
        new Dialog("invite-dialog", texts.of("invite.title"), texts.of("dialog.close"), onClose)
            .content(
                new FormField(texts.of("invite.role"), roles())
                    .error("invite-problem", model.problemProperty()),
                Regions.shownWhile(before, made.not()),
                Regions.shownWhile(earlier, model.earlierProperty()),
                Regions.shownWhile(made(), made))
            .buttons(done, create, copy);
    dialog.getStyleClass().add("dialog-medium");
    return dialog;
  }

  private Node made() {
    TextArea text = new TextArea();
    text.setId("invite-text");
    text.setAccessibleText(texts.of("invite.text"));
    text.setEditable(false);
    text.setWrapText(true);
    text.setPrefRowCount(ROWS);
    text.getStyleClass().add("mono");
    text.textProperty().bind(model.invitationProperty());
    VBox steps =
        new VBox(
            Space.TIGHT,
            Labels.wrapped(texts.of("invite.step1"), "soft"),
            Labels.wrapped(texts.of("invite.step2"), "soft"),
            Labels.wrapped(texts.of("invite.step3"), "soft"));
    return new VBox(
        Space.LARGE,
        new FormField(texts.of("invite.text"), text).hint(texts.of("invite.once")),
        steps);
  }

  private Node roles() {
    ToggleGroup group = new ToggleGroup();
    HBox row = new HBox();
    row.getStyleClass().add("segments");
    row.setMaxWidth(HBox.USE_PREF_SIZE);
    for (Role role : ROLES) {
      ToggleButton button = new ToggleButton(name(role));
      button.setId("invite-role-" + role.name().toLowerCase(Locale.ROOT));
      button.setAccessibleText(name(role));
      button.getStyleClass().setAll("segment");
      button.setToggleGroup(group);
      button.setSelected(role == model.roleProperty().get());
      button.setOnAction(_ -> {
        button.setSelected(true);
        model.roleProperty().set(role);
      });
      row.getChildren().add(button);
    }
    return row;
  }

  private String name(Role role) {
    return switch (role) {
      case OWNER -> texts.of("role.owner");
      case ADMIN -> texts.of("role.admin");
      case EDITOR -> texts.of("role.editor");
      case VIEWER -> texts.of("role.viewer");
    };
  }
}
