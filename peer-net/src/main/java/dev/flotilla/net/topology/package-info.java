/// Who keeps a link to whom. Pure: no sockets, no threads, no clocks.
@NullMarked
package dev.flotilla.net.topology;

import org.jspecify.annotations.NullMarked;
