/// The environments at the side: their order, whether they are protected, and taking one away.
@NullMarked
package dev.flotilla.app.desktop.environments;

import org.jspecify.annotations.NullMarked;
