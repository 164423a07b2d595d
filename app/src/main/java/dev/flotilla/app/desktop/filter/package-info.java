/// The language in which flags are looked for: parsing, what it means, and how it is completed.
@NullMarked
package dev.flotilla.app.desktop.filter;

import org.jspecify.annotations.NullMarked;
