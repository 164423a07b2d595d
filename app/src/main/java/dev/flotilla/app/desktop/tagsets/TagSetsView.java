package dev.flotilla.app.desktop.tagsets;

import dev.flotilla.app.desktop.control.EmptyState;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.ListBeside;
import dev.flotilla.app.desktop.control.SpokenCell;
import dev.flotilla.app.desktop.live.EntityLines;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Tag sets: the list on the left, the open one beside it.
final class TagSetsView {
  private final TagSetsViewModel model;
  private final Texts texts;
  private final ListBeside<TagSetForm> page;
  private final StackPane middle = new StackPane();

  /// @param detail makes the view of the open set
  TagSetsView(TagSetsViewModel model, Texts texts, Function<TagSetForm, TagSetDetail> detail) {
    this.model = model;
    this.texts = texts;
    this.page = new ListBeside<>("tagset", "tagsets", texts);
    page.setId("tag-sets");
    page.getStyleClass().add("tag-sets");
    page.show(model.tagSets(), model.openProperty(), model.problemProperty());
    page.onCreate(model::enter, model.nameProperty().map(_ -> model.isNew()));
    page.name().setPromptText(texts.of("tagsets.find"));
    page.name().textProperty().bindBidirectional(model.nameProperty());
    page.list().setCellFactory(_ -> new Row());
    page.list().setPlaceholder(noneFound());
    EmptyState empty =
        new EmptyState(
            Feather.TAG, texts.of("tagsets.empty.title"), texts.of("tagsets.empty.text"));
    empty.setId("tagsets-empty");
    model
        .openProperty()
        .subscribe(form -> {
          end();
          middle.getChildren().setAll(form == null ? empty : detail.apply(form));
          middle.setAlignment(form == null ? Pos.CENTER : Pos.TOP_LEFT);
        });
    middle.setMinWidth(0);
    page.setCenter(middle);
  }

  /// What is seen.
  Node node() {
    return page;
  }

  /// Shows no set any longer.
  void end() {
    for (Node node : middle.getChildren()) {
      if (node instanceof TagSetDetail before) {
        before.end();
      }
    }
  }

  void focusList() {
    page.focusList();
  }

  void focusName() {
    page.name().requestFocus();
  }

  private Node noneFound() {
    Label none = Labels.wrapped("", "soft");
    none.textProperty()
        .bind(
            model
                .nameProperty()
                .map(typed -> typed.isBlank() ? "" : texts.of("tagsets.noneFound")));
    return none;
  }

  /// Colour, name and how many tags.
  private final class Row extends SpokenCell<TagSetForm> {
    private final Region dot = new Region();
    private final EntityLines lines = new EntityLines(model.workspace(), texts, this);
    private final HBox row = new HBox(Space.MEDIUM, dot, lines);
    private Subscription colour = Subscription.EMPTY;

    Row() {
      row.setAlignment(Pos.CENTER_LEFT);
      setPrefWidth(0); // a long name is cut instead of scrolled
    }

    @Override
    protected void updateItem(@Nullable TagSetForm form, boolean empty) {
      super.updateItem(form, empty);
      setText(null);
      colour.unsubscribe();
      if (empty || form == null) {
        lines.clear();
        setGraphic(null);
        return;
      }
      lines.show(
          form.shown().id(),
          form.tagSetProperty().map(tagSet -> texts.of("tagsets.count", tagSet.members().size())));
      colour =
          form.tagSetProperty()
              .subscribe(_ -> dot.getStyleClass().setAll("hue-dot", form.hue().styleClass()));
      setGraphic(row);
    }
  }
}
