package dev.flotilla.app.desktop.editor;

/// A targeting rule as the form lists it.
///
/// @param place counted from 1
/// @param condition in words
/// @param conditionInFull as JSON, laid out over several lines
record RuleRow(
    String id,
    int place,
    boolean isLast,
    String condition,
    String conditionInFull,
    String outcome,
    boolean conflicted) {}
