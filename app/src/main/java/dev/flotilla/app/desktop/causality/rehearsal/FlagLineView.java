package dev.flotilla.app.desktop.causality.rehearsal;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.control.Switch;
import dev.flotilla.app.desktop.control.TagChip;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Hue;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.app.rehearsal.Practice;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One flag of a machine: its key, what can be set, and a menu for tags and deleting.
final class FlagLineView extends VBox {
  private static final List<String> TAGS = List.of("urgent", "checkout", "beta");

  private final RehearsalViewModel model;
  private final Texts texts;
  private final int machine;
  private final String key;
  private final String owner;
  private final Switch flip;
  private final TextField text = new TextField();
  private final Label number = Labels.of("", "practice-number");
  private final MenuButton menu = new MenuButton();
  private final FontIcon disputed = Icons.of(Feather.GIT_MERGE, "icon-danger");
  private final HBox head;
  private final Node control;
  private final VBox there;
  private final HBox gone;

  /// What the field of the text held before anybody typed into it.
  private String shown = "";

  private final FlowPane chips = new FlowPane(Space.TIGHT, Space.TIGHT);

  /// @param owner what its machine is called
  FlagLineView(RehearsalViewModel model, Texts texts, int machine, String owner, String key) {
    super(Space.TIGHT);
    this.model = model;
    this.texts = texts;
    this.machine = machine;
    this.key = key;
    this.owner = owner;
    this.flip = new Switch(Ids.of(machine, "flip", key), named("rehearsal.flip"));
    getStyleClass().add("practice-flag");
    menu.setId(Ids.of(machine, "menu", key));
    menu.setGraphic(Icons.of(Feather.MORE_VERTICAL));
    menu.getStyleClass().add("practice-menu");
    Buttons.named(menu, named("rehearsal.menu"));
    control = control();
    head = row(name(), disputed, Regions.spring(), control, menu);
    there = new VBox(head);
    Button again = Buttons.quiet(Ids.of(machine, "create", key), texts.of("rehearsal.create"));
    again.setAccessibleText(named("rehearsal.create.name"));
    again.setOnAction(_ -> model.perform(model.acts().create(machine, key)));
    Label name = name();
    name.getStyleClass().add("practice-gone");
    gone = row(name, Regions.spring(), again);
    getChildren().addAll(there, gone, chips);
  }

  /// Shows the flag as its machine knows it.
  void show(FlagCard flag) {
    shown(there, flag.isThere());
    shown(gone, !flag.isThere());
    shown(disputed, flag.isDisputed());
    flip.setSelected(flag.isOn());
    number.setText(flag.value());
    // What somebody types is not taken away because something happens elsewhere.
    if (!text.isFocused() || text.getText().equals(shown)) {
      showText();
    }
    chips
        .getChildren()
        .setAll(flag.tags().stream().map(tag -> new TagChip(tag, Hue.of(tag))).toList());
    shown(chips, !flag.tags().isEmpty());
    menu.getItems().setAll(items(flag.tags()));
  }

  /// Puts what can be set below the key where there is little room.
  void setNarrow(boolean isNarrow) {
    if (key.equals(Practice.SWITCH)) {
      return;
    }
    boolean wasNarrow = there.getChildren().contains(control);
    if (isNarrow && !wasNarrow) {
      head.getChildren().remove(control);
      there.getChildren().add(control);
    } else if (!isNarrow && wasNarrow) {
      there.getChildren().remove(control);
      head.getChildren().add(head.getChildren().size() - 1, control);
    }
  }

  private Label name() {
    Label label = Labels.of(key, "mono");
    label.setMinWidth(0);
    return label;
  }

  private static HBox row(Node... children) {
    HBox row = new HBox(Space.TIGHT, children);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private Node control() {
    return switch (key) {
      case Practice.SWITCH -> {
        flip.onAsk(_ -> model.flip(machine));
        yield flip;
      }
      case Practice.TEXT -> field();
      default -> counter();
    };
  }

  private Node field() {
    text.setId(Ids.of(machine, "text", key));
    text.setAccessibleText(named("rehearsal.text"));
    text.getStyleClass().add("practice-text");
    text.setMinWidth(0);
    HBox.setHgrow(text, Priority.SOMETIMES);
    text.setOnAction(_ -> commit());
    text.focusedProperty()
        .subscribe((_, focused) -> {
          if (!focused) {
            commit();
          }
        });
    return text;
  }

  /// Writes what was typed; what cannot be written gives way to what is there.
  private void commit() {
    if (!text.getText().equals(shown)) {
      model.write(machine, text.getText());
    }
    showText();
  }

  private void showText() {
    shown = number.getText();
    if (!text.getText().equals(shown)) {
      text.setText(shown);
    }
  }

  private Node counter() {
    Button less =
        Buttons.icon(Ids.of(machine, "less", key), Feather.MINUS, named("rehearsal.less"));
    less.setOnAction(_ -> model.count(machine, -1));
    Button more = Buttons.icon(Ids.of(machine, "more", key), Feather.PLUS, named("rehearsal.more"));
    more.setOnAction(_ -> model.count(machine, 1));
    number.setMinWidth(Region.USE_PREF_SIZE);
    HBox counter = row(less, number, more);
    counter.setSpacing(0);
    return counter;
  }

  private List<MenuItem> items(List<String> tags) {
    List<MenuItem> items = new java.util.ArrayList<>();
    for (String tag : TAGS) {
      boolean isThere = tags.contains(tag);
      MenuItem item = new MenuItem(texts.of(isThere ? "rehearsal.untag" : "rehearsal.tag", tag));
      item.setOnAction(_ ->
          model.perform(
              isThere
                  ? model.acts().untag(machine, key, tag)
                  : model.acts().tag(machine, key, tag)));
      items.add(item);
    }
    MenuItem delete = new MenuItem(texts.of("rehearsal.delete"), Icons.of(Feather.TRASH_2));
    delete.setOnAction(_ -> model.perform(model.acts().delete(machine, key)));
    items.add(new SeparatorMenuItem());
    items.add(delete);
    return items;
  }

  private String named(String words) {
    return texts.of(words, key, owner);
  }

  private static void shown(Node node, boolean isShown) {
    node.setVisible(isShown);
    node.setManaged(isShown);
  }
}
