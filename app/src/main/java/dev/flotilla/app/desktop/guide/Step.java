package dev.flotilla.app.desktop.guide;

import dev.flotilla.app.desktop.text.Texts;
import java.util.List;

/// One of the first steps, in words.
///
/// @param id for tests
/// @param text what there is to do, or what was done
public record Step(String id, String title, String text, State state) {
  /// The way from nothing, for those who have no workspace yet.
  public static List<Step> fromNothing(Texts texts) {
    return List.of(
        new Step("start", texts.of("guide.start"), texts.of("guide.start.text"), State.CURRENT),
        new Step("flag", texts.of("guide.flag"), texts.of("guide.flag.text"), State.LATER),
        new Step("invite", texts.of("guide.invite"), texts.of("guide.invite.text"), State.LATER),
        new Step("sync", texts.of("guide.sync"), texts.of("guide.sync.text"), State.LATER));
  }

  /// How far a step is.
  public enum State {
    DONE,
    /// The first one that is not done.
    CURRENT,
    LATER
  }
}
