/// Every word that the desktop shows.
@NullMarked
package dev.flotilla.app.desktop.text;

import org.jspecify.annotations.NullMarked;
