package dev.flotilla.app.desktop.page;

import dev.flotilla.app.desktop.settings.DesktopSettings;
import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Theme;

/// What all windows of one home have in common: language, clock, looks, and what is remembered.
public record Desk(Texts texts, Moments moments, Theme theme, DesktopSettings settings) {}
