package dev.flotilla.app.desktop.shell;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Logo;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.page.Section;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import dev.flotilla.model.Environment;
import dev.flotilla.model.Workspace;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Where to go: the workspace's name, its sections, its environments, and the settings below.
final class Sidebar extends VBox {
  private final ShellViewModel model;
  private final Texts texts;

  /// What the sidebar asks the window for.
  interface Wishes {
    void switchWorkspace();

    void addEnvironment();

    void invite();

    void theme(ThemeChoice choice);
  }

  Sidebar(ShellViewModel model, Texts texts, Wishes wishes, ThemeChoice theme) {
    super(Space.HAIR);
    this.model = model;
    this.texts = texts;
    getStyleClass().add("sidebar");
    getChildren()
        .addAll(
            workspace(wishes),
            section(
                Section.FLAGS,
                Feather.FLAG,
                "nav.flags",
                model.model().workspaceProperty().map(now -> now.flags().size())),
            section(
                Section.TAG_SETS,
                Feather.TAG,
                "nav.tagSets",
                model.model().workspaceProperty().map(now -> now.tagSets().size())),
            environmentsHead(wishes),
            environments(),
            Regions.rise(),
            new VBox(Space.SMALL, invite(wishes), themes(wishes, theme)));
  }

  private Node workspace(Wishes wishes) {
    Label name = Labels.of("", "strong", "workspace-name");
    name.textProperty().bind(model.model().workspaceProperty().map(Workspace::name));
    name.setMinWidth(0);
    Button button = new Button();
    HBox row =
        new HBox(
            Space.SMALL,
            new Logo(Logo.SMALL),
            name,
            Regions.spring(),
            Icons.of(Feather.CHEVRON_DOWN));
    row.setAlignment(Pos.CENTER_LEFT);
    row.prefWidthProperty().bind(button.widthProperty().subtract(Space.LARGE));
    button.setGraphic(row);
    button.setId("switch-workspace");
    Buttons.named(button, texts.of("nav.switch"));
    button.setMaxWidth(Double.MAX_VALUE);
    button.getStyleClass().setAll("button", "nav-item", "workspace-button");
    button.setOnAction(_ -> wishes.switchWorkspace());
    return button;
  }

  private Node section(Section section, Feather icon, String key, ObservableValue<Integer> count) {
    Label badge = Labels.of("", "nav-count");
    badge.textProperty().bind(count.map(String::valueOf));
    HBox row =
        new HBox(Space.SMALL, Icons.of(icon), Labels.of(texts.of(key)), Regions.spring(), badge);
    row.setAlignment(Pos.CENTER_LEFT);
    ToggleButton button = new ToggleButton();
    button.setGraphic(row);
    button.setId(key.replace('.', '-'));
    button.setAccessibleText(texts.of(key));
    button.setMaxWidth(Double.MAX_VALUE);
    button.getStyleClass().setAll("nav-item");
    row.prefWidthProperty().bind(button.widthProperty().subtract(Space.LARGE));
    model.sectionProperty().subscribe(now -> button.setSelected(now == section));
    button.setOnAction(_ -> {
      button.setSelected(true);
      model.sectionProperty().set(section);
    });
    return button;
  }

  private Node environmentsHead(Wishes wishes) {
    Button add = Buttons.icon("environment-add", Feather.PLUS, texts.of("environment.add"));
    add.setOnAction(_ -> wishes.addEnvironment());
    HBox head =
        new HBox(Labels.of(texts.of("nav.environments"), "overline"), Regions.spring(), add);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("nav-head");
    return head;
  }

  private Node environments() {
    VBox list = new VBox();
    Consumer<Workspace> show =
        workspace ->
            list.getChildren()
                .setAll(workspace.environments().stream().map(this::environment).toList());
    model.model().workspaceProperty().subscribe(show);
    return list;
  }

  private Node environment(Environment environment) {
    Label name = Labels.of(environment.name(), "soft");
    HBox row =
        new HBox(
            Space.SMALL, Icons.of(environment.isProtected() ? Feather.LOCK : Feather.LAYERS), name);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("nav-environment");
    if (environment.isProtected()) {
      Tooltip.install(row, new Tooltip(texts.of("environment.protected")));
    }
    return row;
  }

  private Node invite(Wishes wishes) {
    Button invite = Buttons.plain("invite", texts.of("invite.button"), Feather.USER_PLUS);
    invite.setMaxWidth(Double.MAX_VALUE);
    invite.setOnAction(_ -> wishes.invite());
    return invite;
  }

  private Node themes(Wishes wishes, ThemeChoice theme) {
    HBox row = new HBox();
    row.getStyleClass().addAll("segments", "theme-choice");
    for (ThemeChoice choice : ThemeChoice.values()) {
      ToggleButton button = new ToggleButton();
      Feather icon =
          switch (choice) {
            case SYSTEM -> Feather.MONITOR;
            case LIGHT -> Feather.SUN;
            case DARK -> Feather.MOON;
          };
      String name =
          switch (choice) {
            case SYSTEM -> texts.of("theme.system");
            case LIGHT -> texts.of("theme.light");
            case DARK -> texts.of("theme.dark");
          };
      button.setGraphic(Icons.of(icon));
      button.setId("theme-" + icon.getDescription());
      Buttons.named(button, name);
      button.getStyleClass().setAll("segment");
      button.setSelected(choice == theme);
      button.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(button, Priority.ALWAYS);
      button.setOnAction(_ -> {
        row.getChildren()
            .forEach(other -> ((ToggleButton) other).setSelected(other.equals(button)));
        wishes.theme(choice);
      });
      row.getChildren().add(button);
    }
    return row;
  }
}
