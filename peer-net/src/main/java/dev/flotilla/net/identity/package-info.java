/// The device's key, its certificate and the TLS settings that follow from them.
@NullMarked
package dev.flotilla.net.identity;

import org.jspecify.annotations.NullMarked;
