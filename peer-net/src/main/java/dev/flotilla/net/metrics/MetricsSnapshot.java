package dev.flotilla.net.metrics;

import dev.flotilla.model.DeviceId;
import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What one replica has measured since it was opened; an immutable value, ready to be shown.
///
/// @param uptime since then
/// @param localEdit from the call of submit until the edit is on disk and visible
/// @param commit of one transaction
/// @param arrivalToVisible from the moment a peer's change was read until it is on disk and visible
/// @param authorToVisible from the author's time stamp until then, corrected by the author's clock
///   offset where the author is linked; only changes that are younger than a minute
/// @param convergence from the moment a peer was seen to have something else until it had the same
/// @param partition from the end of a link until the next one to the same peer
/// @param transactions committed
/// @param editsDone changes made here
/// @param changesTaken changes of others
/// @param changesPerSecond both, over the last minute
/// @param conflictingChanges changes taken that left alternatives beside what they wrote
/// @param linksBegun links to members
/// @param linksFailed links that ended because one side did something that it should not have
/// @param sent by kind of message
/// @param received by kind of message
/// @param peers that were linked at least once
/// @param queues how much waits
/// @param memory of the whole process
public record MetricsSnapshot(
    Duration uptime,
    Percentiles localEdit,
    Percentiles commit,
    Percentiles arrivalToVisible,
    Percentiles authorToVisible,
    Percentiles convergence,
    Percentiles partition,
    long transactions,
    long editsDone,
    long changesTaken,
    double changesPerSecond,
    long conflictingChanges,
    long linksBegun,
    long linksFailed,
    SortedMap<String, Traffic> sent,
    SortedMap<String, Traffic> received,
    SortedMap<DeviceId, PeerMetrics> peers,
    Queues queues,
    Memory memory) {
  public MetricsSnapshot {
    sent = Collections.unmodifiableSortedMap(new TreeMap<>(sent));
    received = Collections.unmodifiableSortedMap(new TreeMap<>(received));
    peers = Collections.unmodifiableSortedMap(new TreeMap<>(peers));
  }

  /// All that was sent.
  public Traffic sentInAll() {
    return sent.values().stream().reduce(Traffic.NONE, Traffic::plus);
  }

  /// All that was received.
  public Traffic receivedInAll() {
    return received.values().stream().reduce(Traffic.NONE, Traffic::plus);
  }

  /// What compression left of the bytes that were sent; 1 if it saved nothing, or nothing was sent.
  public double compressionRatio() {
    var all = sentInAll();
    return all.plainBytes() == 0 ? 1 : (double) all.wireBytes() / all.plainBytes();
  }

  /// Of the changes taken, which share left alternatives beside what it wrote.
  public double conflictRate() {
    return changesTaken == 0 ? 0 : (double) conflictingChanges / changesTaken;
  }

  /// Of the links to members, which share did not fail.
  public double syncSuccess() {
    return linksBegun == 0 ? 1 : 1 - (double) linksFailed / linksBegun;
  }
}
