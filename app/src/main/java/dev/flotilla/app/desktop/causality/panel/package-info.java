/// Who saw what of one thing, at the side of the window.
@NullMarked
package dev.flotilla.app.desktop.causality.panel;

import org.jspecify.annotations.NullMarked;
