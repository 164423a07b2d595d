/// What would come of it if two machines met, or two changes: shown before it happens.
@NullMarked
package dev.flotilla.app.desktop.causality.whatif;

import org.jspecify.annotations.NullMarked;
