package dev.flotilla.app.causality.layout;

/// Between two marks: the author of the second had seen the first. What follows from other edges is
/// not drawn.
///
/// @param from the place of the mark that came before
/// @param to the place of the one that had seen it
/// @param isDirect whether nothing that is hidden lies between
/// @param isOwn whether both are on one lane
public record Edge(int from, int to, boolean isDirect, boolean isOwn) {}
