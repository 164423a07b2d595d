package dev.flotilla.app.desktop.flags;

import dev.flotilla.app.desktop.command.Command;
import dev.flotilla.app.desktop.command.Command.Group;
import dev.flotilla.app.desktop.text.Texts;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.kordamp.ikonli.feather.Feather;

/// What can be done with the rows of the table, for keys, palette and help.
final class TableCommands {
  private final FlagActions actions;
  private final RowPicking picking;
  private final ActionMenus menus;
  private final Texts texts;

  TableCommands(FlagActions actions, RowPicking picking, ActionMenus menus, Texts texts) {
    this.actions = actions;
    this.picking = picking;
    this.menus = menus;
    this.texts = texts;
  }

  /// @param inTable whether the table has the keyboard
  List<Command> all(BooleanSupplier inTable) {
    BooleanSupplier any = () -> actions.countProperty().get() > 0;
    BooleanSupplier one = () -> actions.countProperty().get() == 1;
    return List.of(
        command("pick-all", "flags.command.all", Feather.CHECK_SQUARE, picking::all)
            .on("Shortcut+A")
            .when(inTable),
        command(
                "clone-flag",
                "flags.menu.clone",
                Feather.COPY,
                () -> menus.dialogs().clone(actions.flags().getFirst()))
            .on("Shortcut+D")
            .when(one),
        command("tag-flags", "flags.menu.tags", Feather.TAG, menus.dialogs()::tags)
            .on("Shortcut+T")
            .when(any),
        command("own-flags", "flags.menu.owner", Feather.USER, menus.dialogs()::owner).when(any),
        command("archive-flags", "flags.menu.archive", Feather.ARCHIVE, () -> actions.archive(true))
            .when(any),
        command(
                "restore-flags",
                "flags.menu.restore",
                Feather.CORNER_UP_LEFT,
                () -> actions.archive(false))
            .when(any));
  }

  private Command command(String id, String text, Feather icon, Runnable run) {
    return Command.of(id, Group.FLAGS, texts.of(text), icon, run);
  }
}
