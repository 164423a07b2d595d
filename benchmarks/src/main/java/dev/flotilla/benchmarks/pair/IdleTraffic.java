package dev.flotilla.benchmarks.pair;

import dev.flotilla.model.Edit.CreateFlag;
import dev.flotilla.net.metrics.Traffic;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Prints what a link costs while nothing happens, a while after the last edit: frames and bytes in
/// both directions, counted for some minutes and worked out for an hour.
///
/// Arguments: for how many seconds to count (300), and how many to let pass before that (150, until
/// both sides compare their states no more).
public final class IdleTraffic {
  private static final double HOUR_SECONDS = 3_600;

  /// TLS 1.3 with AES-GCM: header, content type, tag.
  private static final int RECORD_BYTES = 22;

  /// IPv4 and TCP with time stamps; each segment is confirmed by another one, at worst.
  private static final int SEGMENT_BYTES = 52;

  private IdleTraffic() {}

  /// Runs it.
  public static void main(String[] arguments) throws Exception {
    var seconds = arguments.length > 0 ? Long.parseLong(arguments[0]) : 300;
    var settling = arguments.length > 1 ? Long.parseLong(arguments[1]) : 150;
    try (var pair = LivePair.open()) {
      pair.submit(List.of(List.of(CreateFlag.bool("checkout"))));
      pair.awaitThere();
      var start = sent(pair);
      pause(settling);
      var settled = sent(pair);
      pause(seconds);
      var end = sent(pair);
      System.out.println("| one link, both directions | frames | bytes | with TLS | with TCP/IP |");
      System.out.println("|---|--:|--:|--:|--:|");
      row("the first " + settling + " s after an edit", start, settled, 1);
      row("an hour in which nothing happens", settled, end, HOUR_SECONDS / seconds);
    }
  }

  private static void row(String what, Traffic from, Traffic to, double times) {
    var frames = (to.frames() - from.frames()) * times;
    var bytes = (to.wireBytes() - from.wireBytes()) * times;
    System.out.printf(
        "| %s | %,.0f | %,.0f | %,.0f | %,.0f |%n",
        what,
        frames,
        bytes,
        bytes + frames * RECORD_BYTES,
        bytes + frames * (RECORD_BYTES + 2 * SEGMENT_BYTES));
  }

  /// What both have sent so far.
  private static Traffic sent(LivePair pair) {
    return Stream.of(pair.here(), pair.there())
        .map(replica -> replica.metrics().sentInAll())
        .reduce(Traffic.NONE, Traffic::plus);
  }

  private static void pause(long seconds) throws InterruptedException {
    var _ = new CountDownLatch(1).await(seconds, TimeUnit.SECONDS);
  }
}
