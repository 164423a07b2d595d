/// Other machines: who has seen what, and how to invite one.
@NullMarked
package dev.flotilla.app.desktop.peers;

import org.jspecify.annotations.NullMarked;
