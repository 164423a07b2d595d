/// Import and export of flag definitions.
@NullMarked
package dev.flotilla.app.desktop.transfer;

import org.jspecify.annotations.NullMarked;
