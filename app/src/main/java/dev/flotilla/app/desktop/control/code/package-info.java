/// An editor for JSON: colours, line numbers, marks of what is wrong, brackets that belong
/// together, and laying out.
@NullMarked
package dev.flotilla.app.desktop.control.code;

import org.jspecify.annotations.NullMarked;
