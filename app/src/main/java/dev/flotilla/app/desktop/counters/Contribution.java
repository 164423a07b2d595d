package dev.flotilla.app.desktop.counters;

/// What one machine has counted.
///
/// @param who the name to show
/// @param device the machine's name, also for one's own
/// @param share how much that is of the largest amount, from 0 to 1
record Contribution(String who, String device, long amount, double share) {}
