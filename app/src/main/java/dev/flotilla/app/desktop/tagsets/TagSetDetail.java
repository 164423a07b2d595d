package dev.flotilla.app.desktop.tagsets;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.FormField;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.form.FieldViews;
import dev.flotilla.app.desktop.form.Place;
import dev.flotilla.app.desktop.live.ArrivalLine;
import dev.flotilla.app.desktop.live.PeopleLine;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Hue;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.model.FieldNames;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// The open tag set: colour, description, members, and where it is used.
final class TagSetDetail extends VBox {
  /// Where there is less room, where the set is used is not shown.
  private static final double NARROW = 560;

  private static final double DESCRIPTION_WIDTH = 320;

  private final TagSetForm form;
  private final Texts texts;
  private final MembersViewModel model;
  private final MembersView members;
  private final UsesView uses;
  private Subscription subscriptions = Subscription.EMPTY;

  /// What the set asks the page for.
  interface Wishes {
    void addMany(String text);

    void copy();

    void export();

    void delete();

    void openFlag(String key);
  }

  TagSetDetail(MembersViewModel model, Texts texts, Wishes wishes) {
    super(Space.LARGE);
    this.form = model.form();
    this.texts = texts;
    this.model = model;
    this.members = new MembersView(model, texts, wishes::addMany);
    this.uses = new UsesView(model, texts, wishes::openFlag);
    getStyleClass().add("tagset-detail");
    HBox.setHgrow(members, Priority.ALWAYS);
    HBox lists = new HBox(Space.WIDE);
    lists.setMinWidth(0);
    members.setMinWidth(0);
    VBox.setVgrow(lists, Priority.ALWAYS);
    setMinWidth(0);
    Pane wide = new HBox(Space.WIDE);
    Pane narrow = new VBox(Space.SMALL);
    Node words = description();
    Node colour = colour();
    getChildren().addAll(head(wishes), wide, lists);
    widthProperty()
        .map(width -> width.doubleValue() < NARROW)
        .subscribe(isNarrow -> {
          Pane looks = isNarrow ? narrow : wide;
          looks.getChildren().setAll(words, colour);
          getChildren().set(1, looks);
          lists.getChildren().setAll(isNarrow ? List.of(members) : List.of(members, uses));
        });
  }

  /// Shows the set no longer.
  void end() {
    members.end();
    uses.end();
    subscriptions.unsubscribe();
    model.close();
  }

  private Node head(Wishes wishes) {
    Label title = Labels.of(form.key(), "page-title");
    title.setMinWidth(0);
    Button copy = Buttons.icon("tagset-copy", Feather.COPY, texts.of("tagsets.copy"));
    copy.setOnAction(_ -> wishes.copy());
    Button export = Buttons.icon("tagset-export", Feather.UPLOAD, texts.of("tagsets.export"));
    export.setOnAction(_ -> wishes.export());
    Button delete = Buttons.icon("tagset-delete", Feather.TRASH_2, texts.of("tagsets.delete"));
    delete.setOnAction(_ -> wishes.delete());
    WorkspaceModel workspace = model.workspace();
    HBox head =
        new HBox(
            Space.SMALL,
            title,
            new ArrivalLine(workspace.live(), texts, form.shown().id()),
            new PeopleLine(workspace, texts, form.shown().id()),
            Regions.spring(),
            new HBox(Space.TIGHT, copy, export, delete));
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private Node description() {
    VBox description =
        FieldViews.line(
            "tagset-description", texts.of("editor.description"), form.description(), texts);
    FormField words = new FormField(texts.of("editor.description"), description);
    words.setPrefWidth(DESCRIPTION_WIDTH);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    return words;
  }

  private Node colour() {
    FormField colour = new FormField(texts.of("tagsets.colour"), colours());
    colour.setMinWidth(UsesView.WIDTH);
    return colour;
  }

  private Node colours() {
    HBox row = new HBox(Space.TIGHT);
    for (Hue hue : Hue.values()) {
      ToggleButton dot = new ToggleButton();
      dot.setId("tagset-colour-" + hue.stored());
      Buttons.named(dot, texts.of("hue." + hue.stored()));
      dot.getStyleClass().setAll("colour-dot", hue.styleClass());
      Consumer<Object> show = _ -> dot.setSelected(form.hue() == hue);
      dot.setOnAction(_ -> {
        form.setColour(hue);
        show.accept(hue);
      });
      subscriptions = subscriptions.and(form.tagSetProperty().subscribe(show));
      row.getChildren().add(dot);
    }
    row.setAlignment(Pos.CENTER_LEFT);
    return Place.mark(row, form.shown().id(), FieldNames.COLOUR);
  }
}
