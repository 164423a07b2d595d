/// The only bridge to the FX thread.
@NullMarked
package dev.flotilla.app.desktop.fx;

import org.jspecify.annotations.NullMarked;
