/// What happened before what, and who had seen what, in plain sentences. Knows no scene.
@NullMarked
package dev.flotilla.app.desktop.causality.words;

import org.jspecify.annotations.NullMarked;
