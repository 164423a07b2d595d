/// The space-time diagram as a picture: drawn with one small set of pens, on the screen and into
/// files alike.
@NullMarked
package dev.flotilla.app.desktop.causality.canvas;

import org.jspecify.annotations.NullMarked;
