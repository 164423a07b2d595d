/// Tag sets and their members.
@NullMarked
package dev.flotilla.app.desktop.tagsets;

import org.jspecify.annotations.NullMarked;
