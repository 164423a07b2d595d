/// Colours, fonts and sizes.
@NullMarked
package dev.flotilla.app.desktop.theme;

import org.jspecify.annotations.NullMarked;
