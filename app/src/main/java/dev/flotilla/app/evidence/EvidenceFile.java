package dev.flotilla.app.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.flotilla.app.cli.print.ConflictJson;
import dev.flotilla.app.cli.print.LogLines;
import dev.flotilla.app.exchange.FileWriting;
import dev.flotilla.model.DeviceKey;
import dev.flotilla.model.ReplicaOrigin;
import dev.flotilla.net.change.ChangeHash;
import dev.flotilla.net.node.LogEntry;
import dev.flotilla.net.node.SignedChange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The evidence of a conflict as a ZIP file; documented in `docs/evidence.md` and stable. The same
/// evidence gives the same bytes.
public final class EvidenceFile {
  static final String FORMAT = "flotilla-evidence";
  static final int VERSION = 1;
  static final String MANIFEST = "manifest.json";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private EvidenceFile() {}

  /// Writes the file; what was there under its name stays until all is written.
  ///
  /// @throws java.nio.file.NotDirectoryException if the folder that it shall stand in is not there
  public static void write(Evidence evidence, EvidenceLog log, Path file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> one : contents(evidence, log).entrySet()) {
        ZipEntry entry = new ZipEntry(one.getKey());
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(one.getValue());
        zip.closeEntry();
      }
    }
    FileWriting.write(file, bytes.toByteArray());
  }

  private static Map<String, byte[]> contents(Evidence evidence, EvidenceLog log) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("README.md", EvidenceWords.markdown(evidence).getBytes(UTF_8));
    files.put("words.txt", EvidenceWords.plain(evidence).getBytes(UTF_8));
    List<LogEntry> entries = evidence.changes().values().stream().map(SignedChange::entry).toList();
    LogLines.Source source = new LogLines.Source(log.pages(), log.written());
    List<String> lines = LogLines.of(entries, source, LogLines.Format.JSON_LINES);
    files.put("changes.jsonl", (String.join("\n", lines) + "\n").getBytes(UTF_8));
    evidence.changes().values().forEach(one -> files.put(name(one), one.change().raw()));
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put(MANIFEST, manifest(evidence, files).toPrettyString().getBytes(UTF_8));
    all.putAll(files);
    return all;
  }

  /// Copies of one machine that went on by themselves have the same author, but not one history.
  private static String name(SignedChange one) {
    return "changes/%s/%06d.change".formatted(one.entry().author(), one.entry().seq());
  }

  private static ObjectNode manifest(Evidence evidence, Map<String, byte[]> files) {
    ObjectNode manifest = JSON.objectNode();
    manifest.put("format", FORMAT);
    manifest.put("version", VERSION);
    manifest.put("workspace", evidence.workspace().id().map(Object::toString).orElse(""));
    manifest.set(
        "conflict", ConflictJson.of(List.of(evidence.conflict()), evidence.workspace()).get(0));
    ArrayNode sides = manifest.putArray("sides");
    for (Evidence.Side side : evidence.sides()) {
      sides
          .addObject()
          .put("author", side.change().change().author().toString())
          .put("seq", side.change().entry().seq())
          .put("counter", side.dot().counter())
          .put("hash", side.change().change().hash().toString());
    }
    authors(evidence, manifest.putArray("authors"));
    ArrayNode changes = manifest.putArray("changes");
    for (SignedChange one : evidence.changes().values()) {
      changes
          .addObject()
          .put("file", name(one))
          .put("author", one.change().author().toString())
          .put("seq", one.change().seq())
          .put("hash", one.change().hash().toString());
    }
    ObjectNode sums = manifest.putObject("files");
    files.forEach((name, bytes) -> sums.put(name, ChangeHash.ofBytes(bytes).toString()));
    return manifest;
  }

  private static void authors(Evidence evidence, ArrayNode authors) {
    Map<String, ReplicaOrigin> origins = new TreeMap<>();
    for (SignedChange one : evidence.changes().values()) {
      evidence
          .workspace()
          .origin(one.entry().author())
          .ifPresent(origin -> origins.put(one.change().author().toString(), origin));
    }
    origins.forEach((replica, origin) -> {
      DeviceKey key = origin.device();
      authors
          .addObject()
          .put("replica", replica)
          .put("name", origin.deviceName())
          .put("device", key.deviceId().toString())
          .put("key", key.toString());
    });
  }
}
