/// JSON Schemas of the values of object flags: which values follow them, and where not.
@NullMarked
package dev.flotilla.app.schema;

import org.jspecify.annotations.NullMarked;
