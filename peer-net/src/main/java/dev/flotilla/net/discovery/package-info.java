/// Finding the other machines of the local network. Everything found here is a hint, never trusted.
@NullMarked
package dev.flotilla.net.discovery;

import org.jspecify.annotations.NullMarked;
