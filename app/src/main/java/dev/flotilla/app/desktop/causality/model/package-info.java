/// What all views of causality share: the events that are loaded, what is chosen among them.
@NullMarked
package dev.flotilla.app.desktop.causality.model;

import org.jspecify.annotations.NullMarked;
