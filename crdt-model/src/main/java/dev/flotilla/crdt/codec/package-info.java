/// The canonical binary form: equal values give equal bytes, and only those bytes are accepted.
@NullMarked
package dev.flotilla.crdt.codec;

import org.jspecify.annotations.NullMarked;
