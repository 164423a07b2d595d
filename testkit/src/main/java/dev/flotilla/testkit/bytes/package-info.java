/// Bytes of strangers: what decoders are shown, by tests and by a fuzzer.
@NullMarked
package dev.flotilla.testkit.bytes;

import org.jspecify.annotations.NullMarked;
