/// What the machine must have for windows and pictures.
@NullMarked
package dev.flotilla.app.machine;

import org.jspecify.annotations.NullMarked;
