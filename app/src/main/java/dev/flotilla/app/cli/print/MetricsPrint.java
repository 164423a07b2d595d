package dev.flotilla.app.cli.print;

import dev.flotilla.model.DeviceId;
import dev.flotilla.model.Member;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.metrics.MetricsSnapshot;
import dev.flotilla.net.metrics.PeerMetrics;
import dev.flotilla.net.metrics.Percentiles;
import dev.flotilla.net.metrics.Traffic;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a replica measured, for people and for programs.
public record MetricsPrint(MetricsSnapshot metrics, Workspace workspace) {
  private static final long KIB = 1024;
  private static final double MICROS_PER_MILLI = 1_000;
  private static final double MICROS_PER_SECOND = 1_000_000;

  /// Tables of latencies, traffic and peers, and single figures.
  public void show(Output output) {
    output.line("measured for " + span(metrics.uptime()));
    output.line("");
    output.table(latencyTable());
    output.line("");
    output.line(
        "changes:     %d made here, %d taken, %s a second in the last minute, %d transactions"
            .formatted(
                metrics.editsDone(),
                metrics.changesTaken(),
                decimal(metrics.changesPerSecond()),
                metrics.transactions()));
    output.line(
        "conflicts:   %s of the changes taken left alternatives (%d)"
            .formatted(percent(metrics.conflictRate()), metrics.conflictingChanges()));
    output.line(
        "links:       %d begun, %d failed, %s well"
            .formatted(
                metrics.linksBegun(), metrics.linksFailed(), percent(metrics.syncSuccess())));
    output.line(
        "compression: %s of what is sent is left".formatted(percent(metrics.compressionRatio())));
    var queues = metrics.queues();
    output.line(
        "queues:      %d for the writer, %d changes waiting for others, %s under way"
            .formatted(queues.mailbox(), queues.pending(), bytes(queues.underWayBytes())));
    var memory = metrics.memory();
    output.line(
        "memory:      heap %s of %s, classes and code %s, buffers %s, native (SQLite) %s, resident %s"
            .formatted(
                bytes(memory.heapUsedBytes()),
                bytes(memory.heapCommittedBytes()),
                bytes(memory.nonHeapBytes()),
                bytes(memory.directBytes()),
                bytes(memory.nativeBytes()),
                bytes(memory.residentBytes())));
    output.line("");
    output.table(trafficTable());
    if (!metrics.peers().isEmpty()) {
      output.line("");
      output.table(peerTable());
    }
  }

  private Map<String, Percentiles> latencies() {
    var all = new LinkedHashMap<String, Percentiles>();
    all.put("localEdit", metrics.localEdit());
    all.put("commit", metrics.commit());
    all.put("arrivalToVisible", metrics.arrivalToVisible());
    all.put("authorToVisible", metrics.authorToVisible());
    all.put("convergence", metrics.convergence());
    all.put("partition", metrics.partition());
    return all;
  }

  private TextTable latencyTable() {
    var names =
        Map.of(
            "localEdit", "local edit",
            "commit", "commit",
            "arrivalToVisible", "arrival to visible",
            "authorToVisible", "author to visible",
            "convergence", "convergence",
            "partition", "partition");
    var table = new TextTable("LATENCY", "COUNT", "HALF WITHIN", "90 %", "99 %", "SLOWEST");
    latencies()
        .forEach((key, times) ->
            table.row(
                names.getOrDefault(key, key),
                Long.toString(times.count()),
                micros(times, times.p50Micros()),
                micros(times, times.p90Micros()),
                micros(times, times.p99Micros()),
                micros(times, times.maxMicros())));
    return table;
  }

  private TextTable trafficTable() {
    var table = new TextTable("FRAMES", "SENT", "BYTES", "RECEIVED", "BYTES");
    var kinds = new TreeSet<>(metrics.sent().keySet());
    kinds.addAll(metrics.received().keySet());
    for (String kind : kinds) {
      row(
          table,
          kind,
          metrics.sent().getOrDefault(kind, Traffic.NONE),
          metrics.received().getOrDefault(kind, Traffic.NONE));
    }
    row(table, "all", metrics.sentInAll(), metrics.receivedInAll());
    return table;
  }

  private static void row(TextTable table, String kind, Traffic sent, Traffic received) {
    table.row(
        kind,
        Long.toString(sent.frames()),
        bytes(sent.wireBytes()),
        Long.toString(received.frames()),
        bytes(received.wireBytes()));
  }

  private TextTable peerTable() {
    var table = new TextTable("PEER", "LINK", "CLOCK", "UNDER WAY");
    metrics
        .peers()
        .forEach(
            (device, peer) -> table.row(name(device), link(peer), clock(peer), underWay(peer)));
    return table;
  }

  private static String link(PeerMetrics peer) {
    if (!peer.linked()) {
      return "away for " + span(Duration.ofMillis(peer.awayMillis()));
    }
    return peer.same() ? "same" : "differs";
  }

  private static String clock(PeerMetrics peer) {
    return "%+.3f s".formatted(peer.clockOffsetMillis() / MICROS_PER_MILLI);
  }

  private static String underWay(PeerMetrics peer) {
    return bytes(peer.underWayBytes());
  }

  private String name(DeviceId device) {
    return workspace.member(device).map(Member::name).orElse(device.shortName());
  }

  /// The shape that `docs/cli.md` describes.
  public ObjectNode json() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("uptimeMillis", metrics.uptime().toMillis());
    ObjectNode latencies = node.putObject("latencies");
    latencies()
        .forEach((key, times) ->
            latencies
                .putObject(key)
                .put("count", times.count())
                .put("p50Micros", times.p50Micros())
                .put("p90Micros", times.p90Micros())
                .put("p99Micros", times.p99Micros())
                .put("maxMicros", times.maxMicros()));
    node.put("transactions", metrics.transactions());
    node.put("editsDone", metrics.editsDone());
    node.put("changesTaken", metrics.changesTaken());
    node.put("changesPerSecond", metrics.changesPerSecond());
    node.put("conflictRate", metrics.conflictRate());
    node.put("conflictingChanges", metrics.conflictingChanges());
    node.put("linksBegun", metrics.linksBegun());
    node.put("linksFailed", metrics.linksFailed());
    node.put("syncSuccess", metrics.syncSuccess());
    node.put("compressionRatio", metrics.compressionRatio());
    node.set("sent", traffic(metrics.sent()));
    node.set("received", traffic(metrics.received()));
    node.putObject("queues")
        .put("mailbox", metrics.queues().mailbox())
        .put("pending", metrics.queues().pending())
        .put("underWayBytes", metrics.queues().underWayBytes());
    node.putObject("memory")
        .put("heapUsedBytes", metrics.memory().heapUsedBytes())
        .put("heapCommittedBytes", metrics.memory().heapCommittedBytes())
        .put("nonHeapBytes", metrics.memory().nonHeapBytes())
        .put("directBytes", metrics.memory().directBytes())
        .put("nativeBytes", metrics.memory().nativeBytes())
        .put("residentBytes", metrics.memory().residentBytes());
    var peers = node.putArray("peers");
    metrics
        .peers()
        .forEach((device, peer) ->
            peers
                .addObject()
                .put("device", device.toString())
                .put("name", name(device))
                .put("linked", peer.linked())
                .put("same", peer.same())
                .put("clockOffsetMillis", peer.clockOffsetMillis())
                .put("underWayBytes", peer.underWayBytes())
                .put("awayMillis", peer.awayMillis()));
    return node;
  }

  private static ObjectNode traffic(Map<String, Traffic> kinds) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    kinds.forEach((kind, traffic) ->
        node.putObject(kind)
            .put("frames", traffic.frames())
            .put("wireBytes", traffic.wireBytes())
            .put("plainBytes", traffic.plainBytes()));
    return node;
  }

  private static String micros(Percentiles times, long micros) {
    if (times.count() == 0) {
      return "-";
    }
    if (micros < 10 * MICROS_PER_SECOND) {
      return String.format(Locale.ROOT, "%.2f ms", micros / MICROS_PER_MILLI);
    }
    return span(Duration.ofMillis(micros / 1_000));
  }

  private static String span(Duration time) {
    if (time.toMinutes() < 2) {
      return time.toSeconds() + " s";
    }
    return time.toHours() < 2 ? time.toMinutes() + " min" : time.toHours() + " h";
  }

  private static String bytes(long bytes) {
    if (bytes < 10 * KIB) {
      return bytes + " B";
    }
    return bytes < 10 * KIB * KIB ? bytes / KIB + " KiB" : bytes / KIB / KIB + " MiB";
  }

  private static String percent(double share) {
    return decimal(100 * share) + " %";
  }

  private static String decimal(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }
}
