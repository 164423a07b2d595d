/// The editor of one flag.
@NullMarked
package dev.flotilla.app.desktop.editor;

import org.jspecify.annotations.NullMarked;
