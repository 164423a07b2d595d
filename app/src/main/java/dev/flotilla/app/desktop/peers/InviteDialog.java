package dev.flotilla.app.desktop.peers;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Dialog;
import dev.flotilla.app.desktop.control.FormField;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.session.OpenWorkspace;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.model.Role;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Makes an invitation for another machine. The text is shown once per role and works once.
public final class InviteDialog {
  private static final List<Role> ROLES = List.of(Role.EDITOR, Role.VIEWER, Role.ADMIN);
  private static final int ROWS = 4;

  private final OpenWorkspace workspace;
  private final Texts texts;
  private final TextArea text = new TextArea();
  private final SimpleStringProperty problem = new SimpleStringProperty("");

  public InviteDialog(OpenWorkspace workspace, Texts texts) {
    this.workspace = workspace;
    this.texts = texts;
  }

  public Dialog build(Runnable onClose) {
    text.setId("invite-text");
    text.setAccessibleText(texts.of("invite.text"));
    text.setEditable(false);
    text.setWrapText(true);
    text.setPrefRowCount(ROWS);
    text.getStyleClass().add("mono");
    Button copy = Buttons.primary("invite-copy", texts.of("invite.copy"));
    copy.setOnAction(_ -> {
      Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text.getText()));
      copy.setText(texts.of("invite.copied"));
    });
    Button done = Buttons.plain("invite-done", texts.of("dialog.done"));
    done.setOnAction(_ -> onClose.run());
    VBox steps =
        new VBox(
            Space.TIGHT,
            Labels.wrapped(texts.of("invite.step1"), "soft"),
            Labels.wrapped(texts.of("invite.step2"), "soft"));
    Dialog dialog =
        new Dialog("invite-dialog", texts.of("invite.title"), texts.of("dialog.close"), onClose)
            .content(
                new FormField(texts.of("invite.role"), roles()),
                new FormField(texts.of("invite.text"), text)
                    .error("invite-problem", problem)
                    .hint(texts.of("invite.once")),
                steps)
            .buttons(done, copy);
    dialog.getStyleClass().add("dialog-medium");
    return dialog;
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
      button.setOnAction(_ -> {
        button.setSelected(true);
        invite(role);
      });
      row.getChildren().add(button);
    }
    group.getToggles().getFirst().setSelected(true);
    invite(ROLES.getFirst());
    return row;
  }

  private void invite(Role role) {
    switch (workspace.invite(role)) {
      case OpenWorkspace.Invited.Text(var invitation) -> {
        text.setText(invitation);
        problem.set("");
      }
      case OpenWorkspace.Invited.Refused(var sentence) -> {
        text.setText("");
        problem.set(sentence);
      }
    }
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
