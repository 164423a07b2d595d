/// Frames and messages as bytes. Pure: no sockets, no clocks. Hostile bytes end in
/// [dev.flotilla.net.wire.ProtocolException], nothing else.
@NullMarked
package dev.flotilla.net.wire;

import org.jspecify.annotations.NullMarked;
