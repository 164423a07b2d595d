package dev.flotilla.app.causality;

import dev.flotilla.model.EntityId;

/// A place that a change wrote to.
///
/// @param place the field or the set; empty for whether the entity is there at all
public record Touch(EntityId entity, String place) {}
