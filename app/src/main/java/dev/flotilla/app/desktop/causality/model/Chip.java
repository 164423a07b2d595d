package dev.flotilla.app.desktop.causality.model;

/// One thing that narrows what a diagram shows, and the way to take it off.
///
/// @param id the same for the same kind of thing
public record Chip(String id, String text, Runnable remove) {}
