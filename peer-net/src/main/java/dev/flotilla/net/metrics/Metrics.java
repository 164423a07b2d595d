package dev.flotilla.net.metrics;

import dev.flotilla.model.DeviceId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/// What one replica measures of itself: how long things take (high dynamic range histograms, 25 KB
/// each), how often they happen, what waits. Any thread; recording takes a fraction of a
/// microsecond and never blocks.
public final class Metrics implements Meter {
  private static final long LONGEST_MICROS = TimeUnit.DAYS.toMicros(1);
  private static final int SIGNIFICANT_DIGITS = 2;

  /// A change that is older was made while its author was away: that is no latency.
  private static final long FRESH_MILLIS = 60_000;

  private final LongSupplier nanos;
  private final long start;
  private final Histogram localEdit = histogram();
  private final Histogram commit = histogram();
  private final Histogram arrivalToVisible = histogram();
  private final Histogram authorToVisible = histogram();
  private final Histogram convergence = histogram();
  private final Histogram partition = histogram();
  private final LongAdder transactions = new LongAdder();
  private final LongAdder edits = new LongAdder();
  private final LongAdder taken = new LongAdder();
  private final LongAdder conflicting = new LongAdder();
  private final LongAdder begun = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final LastMinute lastMinute;
  private final Map<String, Counter> sent = new ConcurrentHashMap<>();
  private final Map<String, Counter> received = new ConcurrentHashMap<>();
  private final Map<DeviceId, Peer> peers = new ConcurrentHashMap<>();

  /// @param nanos a clock that never goes back
  public Metrics(LongSupplier nanos) {
    this.nanos = nanos;
    this.start = nanos.getAsLong();
    this.lastMinute = new LastMinute(start);
  }

  /// Now, for the calls that ask since when.
  public long now() {
    return nanos.getAsLong();
  }

  /// An edit is on disk and visible.
  public void edited(long sinceNanos) {
    record(localEdit, now() - sinceNanos);
    edits.increment();
    lastMinute.add(now(), 1);
  }

  /// A transaction is on disk.
  public void committed(long sinceNanos) {
    record(commit, now() - sinceNanos);
    transactions.increment();
  }

  /// Changes of others that arrived together are on disk and visible.
  ///
  /// @param changes how many were new
  public void visible(long arrivedNanos, int changes) {
    record(arrivalToVisible, now() - arrivedNanos);
    taken.add(changes);
    lastMinute.add(now(), changes);
  }

  /// A change of another is visible.
  ///
  /// @param author empty if unknown
  /// @param ageMillis by the author's time stamp and this machine's clock
  public void visibleAfter(Optional<DeviceId> author, long ageMillis) {
    var offset = author.map(peers::get).map(peer -> peer.clockOffsetMillis).orElse(0L);
    var age = ageMillis + offset;
    if (age < FRESH_MILLIS) {
      record(authorToVisible, TimeUnit.MILLISECONDS.toNanos(age));
    }
  }

  /// A change of another left alternatives beside what it wrote.
  public void conflicted() {
    conflicting.increment();
  }

  @Override
  public void sent(String kind, int wireBytes, int plainBytes) {
    sent.computeIfAbsent(kind, _ -> new Counter()).add(wireBytes, plainBytes);
  }

  @Override
  public void received(String kind, int wireBytes, int plainBytes) {
    received.computeIfAbsent(kind, _ -> new Counter()).add(wireBytes, plainBytes);
  }

  @Override
  public void linked(DeviceId peer, long clockOffsetMillis) {
    begun.increment();
    peers.computeIfAbsent(peer, _ -> new Peer()).linked(clockOffsetMillis, now());
  }

  @Override
  public void unlinked(DeviceId peer, boolean fault) {
    if (fault) {
      failed.increment();
    }
    var known = peers.get(peer);
    if (known != null) {
      known.unlinked(now());
    }
  }

  @Override
  public void compared(DeviceId peer, boolean same, long underWayBytes) {
    var known = peers.get(peer);
    if (known != null) {
      known.compared(same, underWayBytes, now());
    }
  }

  /// How far the clocks of linked peers are ahead of this machine's, in milliseconds.
  public SortedMap<DeviceId, Long> clockOffsets() {
    var offsets = new TreeMap<DeviceId, Long>();
    peers.forEach((device, peer) -> {
      if (peer.linked) {
        offsets.put(device, peer.clockOffsetMillis);
      }
    });
    return offsets;
  }

  /// All of it now. Cost: below a millisecond.
  public MetricsSnapshot snapshot(IntSupplier mailbox, IntSupplier pending) {
    var now = now();
    var byPeer = new TreeMap<DeviceId, PeerMetrics>();
    peers.forEach((device, peer) -> byPeer.put(device, peer.metrics(now)));
    var underWay = byPeer.values().stream().mapToLong(PeerMetrics::underWayBytes).sum();
    return new MetricsSnapshot(
        Duration.ofNanos(now - start),
        percentiles(localEdit),
        percentiles(commit),
        percentiles(arrivalToVisible),
        percentiles(authorToVisible),
        percentiles(convergence),
        percentiles(partition),
        transactions.sum(),
        edits.sum(),
        taken.sum(),
        lastMinute.perSecond(now),
        conflicting.sum(),
        begun.sum(),
        failed.sum(),
        traffic(sent),
        traffic(received),
        byPeer,
        new Queues(mailbox.getAsInt(), pending.getAsInt(), underWay),
        Memory.now());
  }

  private static Histogram histogram() {
    return new ConcurrentHistogram(LONGEST_MICROS, SIGNIFICANT_DIGITS);
  }

  private static void record(Histogram histogram, long nanos) {
    histogram.recordValue(Math.clamp(TimeUnit.NANOSECONDS.toMicros(nanos), 0, LONGEST_MICROS));
  }

  private static Percentiles percentiles(Histogram histogram) {
    return Percentiles.of(histogram.copy());
  }

  private static SortedMap<String, Traffic> traffic(Map<String, Counter> counters) {
    var all = new TreeMap<String, Traffic>();
    counters.forEach((kind, counter) -> all.put(kind, counter.traffic()));
    return all;
  }

  private static final class Counter {
    private final LongAdder frames = new LongAdder();
    private final LongAdder wire = new LongAdder();
    private final LongAdder plain = new LongAdder();

    void add(int wireBytes, int plainBytes) {
      frames.increment();
      wire.add(wireBytes);
      plain.add(plainBytes);
    }

    Traffic traffic() {
      return new Traffic(frames.sum(), wire.sum(), plain.sum());
    }
  }

  /// One peer. Its link changes hands rarely, so a lock of its own costs nothing.
  private final class Peer {
    private volatile boolean linked;
    private volatile long clockOffsetMillis;
    private boolean same;
    private boolean everLinked;
    private long differsSince;
    private long awaySince;
    private long underWayBytes;

    synchronized void linked(long offsetMillis, long now) {
      if (!linked && everLinked) {
        record(partition, now - awaySince);
      }
      linked = true;
      everLinked = true;
      clockOffsetMillis = offsetMillis;
      differsSince = now;
      same = false;
    }

    synchronized void unlinked(long now) {
      linked = false;
      same = false;
      awaySince = now;
      underWayBytes = 0;
    }

    synchronized void compared(boolean nowSame, long bytes, long now) {
      underWayBytes = bytes;
      if (nowSame && !same) {
        record(convergence, now - differsSince);
      } else if (!nowSame && same) {
        differsSince = now;
      }
      same = nowSame;
    }

    synchronized PeerMetrics metrics(long now) {
      var away = linked ? 0 : TimeUnit.NANOSECONDS.toMillis(now - awaySince);
      return new PeerMetrics(linked, same, clockOffsetMillis, underWayBytes, away);
    }
  }
}
