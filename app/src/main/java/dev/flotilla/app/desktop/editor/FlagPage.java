package dev.flotilla.app.desktop.editor;

import dev.flotilla.app.desktop.command.Command;
import dev.flotilla.app.desktop.command.Command.Group;
import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.EmptyState;
import dev.flotilla.app.desktop.history.EntityHistoryView;
import dev.flotilla.app.desktop.page.Desk;
import dev.flotilla.app.desktop.page.Frame;
import dev.flotilla.app.desktop.page.Page;
import dev.flotilla.app.desktop.page.Section;
import dev.flotilla.app.desktop.targeting.TargetingSection;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.model.EntityId;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The page of the flag that is selected.
///
/// Thread: FX.
public final class FlagPage implements Page {
  /// What the window does for the page.
  public interface Wishes {
    void delete();

    void showConflicts();
  }

  private final StackPane node = new StackPane();
  private final Desk desk;
  private final Frame frame;
  private final Texts texts;
  private final Wishes wishes;
  private final Subscription subscription;
  private @Nullable FlagEditorViewModel model;
  private @Nullable FlagPageView view;
  private @Nullable TargetingSection targeting;
  private Subscription shown = Subscription.EMPTY;

  /// Shows the flag of `editor`, whichever that is.
  public FlagPage(
      ObservableValue<@Nullable FlagEditorViewModel> editor,
      Desk desk,
      Frame frame,
      Wishes wishes) {
    this.desk = desk;
    this.frame = frame;
    this.texts = desk.texts();
    this.wishes = wishes;
    node.setId("flag-section");
    this.subscription = editor.subscribe(this::show);
  }

  private void show(@Nullable FlagEditorViewModel newer) {
    releaseView();
    FlagEditorViewModel before = model;
    model = newer;
    if (newer == null) {
      node.getChildren().setAll(nothing(before));
    } else {
      shown = newer.goneProperty().subscribe(gone -> fill(newer, gone));
    }
  }

  private void fill(FlagEditorViewModel newer, boolean gone) {
    closeView();
    if (gone) {
      node.getChildren().setAll(nothing(newer));
    } else {
      String key = newer.flagProperty().get().key();
      TargetingSection section = new TargetingSection(newer.workspace(), key, frame, texts);
      targeting = section;
      FlagPageView newView = new FlagPageView(newer, section, texts, new HeadWishes());
      newView.offerHistory(
          () -> new EntityHistoryView(newer.workspace(), desk, frame, EntityId.flag(newer.key())));
      view = newView;
      node.getChildren().setAll(newView);
    }
  }

  private Node nothing(@Nullable FlagEditorViewModel before) {
    Button back = Buttons.primary("page-to-flags", texts.of("command.go.flags"));
    back.setOnAction(_ -> back());
    return before != null && before.isGone()
        ? new EmptyState(
            Feather.TRASH_2,
            texts.of("flagpage.gone", before.flagProperty().get().key()),
            texts.of("flagpage.gone.text"),
            back)
        : new EmptyState(
            Feather.FLAG, texts.of("flagpage.none"), texts.of("flagpage.none.text"), back);
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void focus() {
    if (view != null) {
      view.focusFirst();
    }
  }

  @Override
  public List<Command> commands() {
    return List.of(
        Command.of("flag-back", Group.GO, texts.of("flagpage.back"), Feather.ARROW_LEFT, this::back)
            .on("Esc"),
        Command.of(
                "copy-environment",
                Group.EDIT,
                texts.of("flagpage.copy.title"),
                Feather.COPY,
                this::copyBetween)
            .on("Shortcut+Shift+C")
            .when(() -> model != null && model.environments().size() > 1),
        Command.of(
                "flag-diagram",
                Group.HISTORY,
                texts.of("flagpage.diagram"),
                Feather.GIT_BRANCH,
                this::showInDiagram)
            .when(() -> model != null),
        Command.of(
                "target-share",
                Group.EDIT,
                texts.of("targeting.quick"),
                Feather.PIE_CHART,
                this::targetShare)
            .when(() -> model != null && !model.environments().isEmpty()));
  }

  private void showInDiagram() {
    if (model != null) {
      frame.showInDiagram(EntityId.flag(model.key()));
    }
  }

  private void targetShare() {
    if (view != null) {
      view.targetShare();
    }
  }

  @Override
  public void close() {
    subscription.unsubscribe();
    releaseView();
  }

  private void releaseView() {
    shown.unsubscribe();
    shown = Subscription.EMPTY;
    closeView();
  }

  private void closeView() {
    if (view != null) {
      view.release();
      view = null;
    }
    if (targeting != null) {
      targeting.close();
      targeting = null;
    }
  }

  private void back() {
    frame.show(Section.FLAGS);
  }

  private void copyBetween() {
    if (model != null) {
      CopySettingDialog dialog = new CopySettingDialog(new CopySettingForm(model, texts), texts);
      frame.show(dialog.build(frame::closeDialog), dialog.firstField());
    }
  }

  private final class HeadWishes implements FlagPageView.Wishes {
    @Override
    public void back() {
      FlagPage.this.back();
    }

    @Override
    public void delete() {
      FlagPage.this.back();
      wishes.delete();
    }

    @Override
    public void showConflicts() {
      wishes.showConflicts();
    }

    @Override
    public void copyBetween() {
      FlagPage.this.copyBetween();
    }
  }
}
