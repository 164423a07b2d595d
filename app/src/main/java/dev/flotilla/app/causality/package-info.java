/// What happened before what: the changes of a workspace as events of a space-time diagram, after
/// Lamport (1978) and Mattern (1989). Pure: values and functions.
@NullMarked
package dev.flotilla.app.causality;

import org.jspecify.annotations.NullMarked;
