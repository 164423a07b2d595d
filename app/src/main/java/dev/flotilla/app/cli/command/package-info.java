/// The commands, one class for each noun.
@NullMarked
package dev.flotilla.app.cli.command;

import org.jspecify.annotations.NullMarked;
