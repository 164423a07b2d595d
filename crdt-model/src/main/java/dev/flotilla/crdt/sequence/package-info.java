/// Lists that several replicas edit at once without mixing up what each of them wrote.
@NullMarked
package dev.flotilla.crdt.sequence;

import org.jspecify.annotations.NullMarked;
