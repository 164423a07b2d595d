/// Sockets, threads and time around the sessions: who is dialled, who is answered, which connection
/// survives.
@NullMarked
package dev.flotilla.net.transport;

import org.jspecify.annotations.NullMarked;
