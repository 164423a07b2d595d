package dev.flotilla.app.desktop;

import dev.flotilla.app.desktop.fx.UiBridge;
import dev.flotilla.app.desktop.page.Desk;
import dev.flotilla.app.desktop.session.OpenWorkspace;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.settings.DesktopSettings;
import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Theme;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;

/// What view-models under test get: English, a fixed clock, and the calling thread as FX thread.
public final class Sketches {
  public static final Texts TEXTS = new Texts(Locale.ENGLISH);

  private Sketches() {}

  /// A clock that stands. Each window has one of its own: it knows everybody who shows a time, so
  /// one for all would keep all windows.
  public static Moments moments() {
    return new Moments(TEXTS, InstantSource.fixed(SketchWorkspace.NOW), ZoneOffset.UTC);
  }

  /// A desk that remembers nothing.
  public static Desk desk(Theme theme) {
    return new Desk(TEXTS, moments(), theme, DesktopSettings.forgetful());
  }

  public static WorkspaceModel model(OpenWorkspace open) {
    return new WorkspaceModel(open, new UiBridge(Runnable::run), TEXTS);
  }
}
