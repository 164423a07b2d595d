/// What comes of states that meet, before they do.
@NullMarked
package dev.flotilla.app.causality.whatif;

import org.jspecify.annotations.NullMarked;
