package dev.flotilla.app.desktop.shell;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Notice;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/// The notices above the section in the middle; takes no room while there are none.
final class NoticesView extends VBox {
  /// More are behind a button, so that the work below keeps its room.
  private static final int SHOWN = 2;

  private final NoticesViewModel notices;
  private final Texts texts;
  private final BooleanProperty all = new SimpleBooleanProperty();

  NoticesView(NoticesViewModel notices, Texts texts) {
    super(Space.SMALL);
    this.notices = notices;
    this.texts = texts;
    setId("notices");
    getStyleClass().add("notices");
    notices.items().addListener((ListChangeListener<NoticesViewModel.Item>) _ -> show());
    all.subscribe(_ -> show());
    Regions.shownWhile(this, Bindings.isNotEmpty(notices.items()));
  }

  private void show() {
    List<NoticesViewModel.Item> items = notices.items();
    boolean fits = all.get() || items.size() <= SHOWN;
    getChildren()
        .setAll(items.stream().limit(fits ? items.size() : SHOWN).map(this::notice).toList());
    if (items.size() > SHOWN) {
      getChildren().add(rest(items.size() - SHOWN));
    }
  }

  private Node notice(NoticesViewModel.Item item) {
    if (!item.canBeHidden()) {
      return new Notice(item.tone(), item.sentence());
    }
    Button hide = Buttons.quiet("notice-hide", texts.of("notice.hide"));
    hide.setOnAction(_ -> notices.hide(item));
    return new Notice(item.tone(), item.sentence(), hide);
  }

  private Node rest(int count) {
    Button more =
        Buttons.quiet(
            "notices-more",
            all.get() ? texts.of("notice.fewer") : texts.of("notice.more", (long) count));
    more.setOnAction(_ -> all.set(!all.get()));
    return more;
  }
}
