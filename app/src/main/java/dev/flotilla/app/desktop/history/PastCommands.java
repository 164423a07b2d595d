package dev.flotilla.app.desktop.history;

import dev.flotilla.app.desktop.command.Command;
import dev.flotilla.app.desktop.command.Command.Group;
import dev.flotilla.app.desktop.session.TimeTravel;
import dev.flotilla.app.desktop.text.Texts;
import java.util.List;
import org.kordamp.ikonli.feather.Feather;

/// What can be done while the window shows the past.
public final class PastCommands {
  private PastCommands() {}

  /// None, while the window shows what is now.
  public static List<Command> of(TimeTravel travel, Texts texts) {
    if (!travel.isPast() && !travel.runningProperty().get()) {
      return List.of();
    }
    return List.of(
        Command.of("past-leave", Group.HISTORY, texts.of("past.leave"), Feather.X, travel::leave)
            .on("Esc"),
        Command.of(
                "past-older",
                Group.HISTORY,
                texts.of("past.older"),
                Feather.CHEVRON_LEFT,
                travel::older)
            .on("Alt+Left")
            .when(travel::isPast),
        Command.of(
                "past-newer",
                Group.HISTORY,
                texts.of("past.newer"),
                Feather.CHEVRON_RIGHT,
                travel::newer)
            .on("Alt+Right")
            .when(travel::isPast));
  }
}
