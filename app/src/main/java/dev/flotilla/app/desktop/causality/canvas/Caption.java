package dev.flotilla.app.desktop.causality.canvas;

/// What stands above a picture.
///
/// @param title what it shows
/// @param about how much of it, and when that was
public record Caption(String title, String about) {}
