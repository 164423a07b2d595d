/// The page with the space-time diagram of a workspace.
@NullMarked
package dev.flotilla.app.desktop.causality.diagram;

import org.jspecify.annotations.NullMarked;
