/// Histories as logs for ShiViz, which draws and searches them as well.
@NullMarked
package dev.flotilla.app.causality.shiviz;

import org.jspecify.annotations.NullMarked;
