/// Windows as PNG files.
@NullMarked
package dev.flotilla.app.desktop.picture;

import org.jspecify.annotations.NullMarked;
