/// The protocol between two replicas as a pure step function, and what it needs of a workspace.
@NullMarked
package dev.flotilla.net.session;

import org.jspecify.annotations.NullMarked;
