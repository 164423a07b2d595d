/// Values that every part of `peer-net` shares.
@NullMarked
package dev.flotilla.net;

import org.jspecify.annotations.NullMarked;
