package dev.flotilla.net.snapshot;

import java.util.List;

/// What slots an entity has, elements of sets left out: almost all entities of a kind have one of a
/// few shapes.
///
/// @param present whether somebody ever wrote its presence
record Shape(boolean present, List<String> fields) {}
