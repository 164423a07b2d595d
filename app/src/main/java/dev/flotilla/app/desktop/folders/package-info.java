/// The folders that flags are in: a tree at the side, and dropping things into it.
@NullMarked
package dev.flotilla.app.desktop.folders;

import org.jspecify.annotations.NullMarked;
