package dev.flotilla.simulation;

import dev.flotilla.net.Settings;
import dev.flotilla.net.session.SessionLimits;
import dev.flotilla.simulation.disk.MemoryDisk;

/// What kind of world it is.
///
/// @param machines how many
/// @param weather when there is no storm
/// @param limits of all sessions
/// @param plant a mistake that is made on purpose
/// @param sqlite whether the disks are real files, instead of the model
/// @param links how many others a machine may be linked to
public record Terms(
    int machines, Weather weather, SessionLimits limits, Plant plant, boolean sqlite, int links) {
  private static final int LINKS = Settings.DEFAULT.peersMaximum();

  /// A small fleet on a good network.
  public static Terms of(int machines) {
    return new Terms(machines, Weather.FAIR, SessionLimits.DEFAULT, Plant.NONE, false, LINKS);
  }

  public Terms with(Weather usual) {
    return new Terms(machines, usual, limits, plant, sqlite, links);
  }

  public Terms with(Plant mistake) {
    return new Terms(machines, weather, limits, mistake, sqlite, links);
  }

  public Terms withSqlite() {
    return new Terms(machines, weather, limits, plant, true, links);
  }

  public Terms withLinks(int most) {
    return new Terms(machines, weather, limits, plant, sqlite, most);
  }

  /// Whether a power loss takes what was committed.
  boolean losesCommits() {
    return plant == Plant.COMMITS_WITHOUT_SYNC;
  }

  MemoryDisk.Sync sync() {
    return losesCommits() ? MemoryDisk.Sync.NORMAL : MemoryDisk.Sync.FULL;
  }
}
