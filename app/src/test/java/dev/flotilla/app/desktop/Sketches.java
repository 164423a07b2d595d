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
  public static final Moments MOMENTS =
      new Moments(TEXTS, InstantSource.fixed(SketchWorkspace.NOW), ZoneOffset.UTC);

  private Sketches() {}

  /// A desk that remembers nothing.
  public static Desk desk(Theme theme) {
    return new Desk(TEXTS, MOMENTS, theme, DesktopSettings.forgetful());
  }

  public static WorkspaceModel model(OpenWorkspace open) {
    return new WorkspaceModel(open, new UiBridge(Runnable::run), TEXTS);
  }
}
