/// How answers look: text for people, JSON for machines.
@NullMarked
package dev.flotilla.app.cli.print;

import org.jspecify.annotations.NullMarked;
