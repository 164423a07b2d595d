/// What flags answer for a context: JSONLogic with flagd's operators, without any server.
@NullMarked
package dev.flotilla.openfeature.evaluate;

import org.jspecify.annotations.NullMarked;
