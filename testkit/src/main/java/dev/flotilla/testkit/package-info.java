/// Laws, generators and simulators for the tests of the other modules.
@NullMarked
package dev.flotilla.testkit;

import org.jspecify.annotations.NullMarked;
