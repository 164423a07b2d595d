package dev.flotilla.app.desktop.undo;

import dev.flotilla.app.desktop.CheckoutTeam;
import dev.flotilla.app.desktop.Pictures;
import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.UiTest;
import dev.flotilla.app.desktop.picture.Picture;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.shell.WorkspaceWindow;
import dev.flotilla.app.desktop.theme.Theme;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Flag;
import dev.flotilla.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Draws what is shown before a change is taken back.
@UiTest
class UndoPicturesTest {
  @BeforeAll
  static void start() throws Exception {
    UiTest.Fx.start();
  }

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void whatOthersBuiltOnAChangeIsShownBeforeItIsTakenBack(ThemeChoice theme) throws Exception {
    SketchWorkspace sketch = CheckoutTeam.typical();
    draw(
        "undo-preview-" + theme.name().toLowerCase(java.util.Locale.ROOT),
        theme,
        sketch,
        (model, window) -> {
          model.edit(
              "New flag press-speed with its owner",
              Edit.CreateFlag.bool("press-speed"),
              new Edit.SetField(
                  EntityId.flag("search.ranking"), FieldNames.DESCRIPTION, Value.of("All")),
              owner("Ana"));
          sketch.edit(
              SketchWorkspace.BEN,
              owner("Ben"),
              Edit.tag("press-speed", "line-2"),
              new Edit.SetField(
                  EntityId.flag("search.ranking"), FieldNames.DESCRIPTION, Value.of("Ben")));
          window.commands().run("undo");
        });
  }

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void ownChangesAreListed(ThemeChoice theme) throws Exception {
    SketchWorkspace sketch = CheckoutTeam.typical();
    draw(
        "undo-steps-" + theme.name().toLowerCase(java.util.Locale.ROOT),
        theme,
        sketch,
        (model, window) -> {
          model.edit("New flag press-speed", Edit.CreateFlag.bool("press-speed"));
          model.edit("Changed owner of press-speed", owner("Ana"));
          model.edit("Added line-2 to press-speed", Edit.tag("press-speed", "line-2"));
          model.edit("Added qa to press-speed", Edit.tag("press-speed", "qa"));
          model.undo();
          model.forgetMessages();
          model.reasonProperty().set("Line 2 is too slow today");
          window.commands().run("undo-steps");
        });
  }

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void aStepOfManyChangesShowsHowFarItIs(ThemeChoice theme) throws Exception {
    SketchWorkspace sketch = CheckoutTeam.typical();
    draw(
        "undo-progress-" + theme.name().toLowerCase(java.util.Locale.ROOT),
        theme,
        sketch,
        (model, _) -> {
          List<String> keys = sketch.workspace().flags().stream().map(Flag::key).limit(12).toList();
          describe(model, keys, "x".repeat(60_000));
          describe(model, keys, "short");
          sketch.holdAfter(1);
          model.undo();
        });
  }

  private static void describe(WorkspaceModel model, List<String> keys, String text) {
    var _ =
        model.editInParts(
            "Described 12 flags",
            keys.stream()
                .map(key ->
                    List.<Edit>of(
                        new Edit.SetField(
                            EntityId.flag(key), FieldNames.DESCRIPTION, Value.of(text))))
                .toList());
  }

  @Test
  void whatComesBackElsewhereIsShown() throws Exception {
    SketchWorkspace sketch =
        CheckoutTeam.typical()
            .edit(
                SketchWorkspace.BEN,
                new Edit.CreateFolder("old", "Old shop", Optional.empty()),
                new Edit.CreateFolder("mobile", "Mobile", Optional.of("old")));
    draw(
        "undo-elsewhere-light",
        ThemeChoice.LIGHT,
        sketch,
        (model, _) -> {
          model.edit("Moved Mobile", new Edit.MoveFolder("mobile", Optional.empty()));
          sketch.edit(SketchWorkspace.BEN, new Edit.DeleteEntity(EntityId.folder("old")));
          model.undo();
        });
  }

  @Test
  void aDeletionInAProtectedEnvironmentIsAskedFor() throws Exception {
    SketchWorkspace sketch = CheckoutTeam.typical();
    draw(
        "protected-delete-light",
        ThemeChoice.LIGHT,
        sketch,
        (model, _) -> {
          List<Edit> deleted =
              sketch.workspace().flags().stream()
                  .<Edit>map(flag -> new Edit.DeleteEntity(flag.id()))
                  .toList();
          model.edit(
              "Protected",
              new Edit.SetField(
                  EntityId.environment("production"), FieldNames.PROTECTED, Value.of(true)));
          model.editAndSay("Deleted %d flags".formatted(deleted.size()), deleted);
        });
  }

  private static Edit owner(String name) {
    return new Edit.SetField(EntityId.flag("press-speed"), FieldNames.OWNER, Value.of(name));
  }

  private static void draw(
      String name,
      ThemeChoice choice,
      SketchWorkspace sketch,
      BiConsumer<WorkspaceModel, WorkspaceWindow> prepare)
      throws Exception {
    Picture picture =
        UiTest.Fx.get(() -> {
          Theme theme = new Theme(choice);
          WorkspaceModel model = Sketches.model(sketch);
          try (WorkspaceWindow window =
              new WorkspaceWindow(model, Sketches.desk(theme), () -> {})) {
            return Picture.of(window, theme, 1280, 800, () -> prepare.accept(model, window));
          }
        });
    Pictures.write(name, picture);
  }
}
