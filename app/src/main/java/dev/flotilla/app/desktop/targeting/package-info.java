/// The targeting of a flag as an ordered form with the JSON beside it.
@NullMarked
package dev.flotilla.app.desktop.targeting;

import org.jspecify.annotations.NullMarked;
