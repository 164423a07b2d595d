/// A change, or two of them side by side, told in words.
@NullMarked
package dev.flotilla.app.desktop.causality.detail;

import org.jspecify.annotations.NullMarked;
