/// A compact form of signed changes that loses nothing: what the other side can work out is left
/// out, and the signature proves that it came out right.
@NullMarked
package dev.flotilla.net.change.pack;

import org.jspecify.annotations.NullMarked;
