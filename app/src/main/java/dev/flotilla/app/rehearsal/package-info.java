/// A fleet that exists in memory only: the model's own rules, made-up machines, and a network that
/// can be cut. For learning, and for trying what would happen.
@NullMarked
package dev.flotilla.app.rehearsal;

import org.jspecify.annotations.NullMarked;
