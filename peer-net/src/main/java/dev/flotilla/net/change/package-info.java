/// The unit of history: a signed, hash-chained change, its bytes, and what a replica knows of
/// others ([Heads]). Pure: no files, no sockets, no clocks.
@NullMarked
package dev.flotilla.net.change;

import org.jspecify.annotations.NullMarked;
