/// How a device becomes a member: the invitation text and the proof that one holds it.
@NullMarked
package dev.flotilla.net.pairing;

import org.jspecify.annotations.NullMarked;
