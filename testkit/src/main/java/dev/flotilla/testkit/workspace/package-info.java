/// Workspaces of several replicas in one thread, without a network: for the tests of every module.
@NullMarked
package dev.flotilla.testkit.workspace;

import org.jspecify.annotations.NullMarked;
