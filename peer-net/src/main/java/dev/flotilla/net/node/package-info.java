/// The façade of a replica: submit edits, observe snapshots, meet peers.
@NullMarked
package dev.flotilla.net.node;

import org.jspecify.annotations.NullMarked;
