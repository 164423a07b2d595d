package dev.flotilla.app.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.flotilla.app.cli.print.Output;
import dev.flotilla.app.cli.print.Values;
import dev.flotilla.model.DeviceKey;
import dev.flotilla.model.Octets;
import dev.flotilla.model.Operation;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.change.Change;
import dev.flotilla.net.change.ChangeCodec;
import dev.flotilla.net.change.ChangeHash;
import dev.flotilla.net.change.Decoded;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Checks a file of evidence, with nothing but the file. Any bytes give a report.
public final class EvidenceCheck {
  private final EvidenceReport.Collecting found = new EvidenceReport.Collecting();
  private final Map<String, byte[]> files;
  private final JsonNode manifest;
  private final WorkspaceId workspace;
  private final Map<String, DeviceKey> keys = new TreeMap<>();

  /// By author, the changes by number.
  private final Map<String, TreeMap<Long, Change>> chains = new TreeMap<>();

  private EvidenceCheck(Map<String, byte[]> files, JsonNode manifest) {
    this.files = files;
    this.manifest = manifest;
    this.workspace = WorkspaceId.parse(text(manifest, "workspace"));
  }

  /// Checks the file. Cost: a signature for each change in it, about 0.1 ms each.
  public static EvidenceReport of(Path file) {
    try {
      Map<String, byte[]> files = EvidenceZip.read(file);
      byte[] manifest = files.remove(EvidenceFile.MANIFEST);
      if (manifest == null) {
        return EvidenceReport.refused("There is no manifest.json in the file.");
      }
      JsonNode read = Output.tree(new String(manifest, UTF_8));
      if (!text(read, "format").equals(EvidenceFile.FORMAT)) {
        return EvidenceReport.refused("The file is no evidence of a conflict.");
      }
      if (read.path("version").asInt(0) != EvidenceFile.VERSION) {
        return EvidenceReport.refused("The file was written by a newer version.");
      }
      EvidenceCheck check = new EvidenceCheck(files, read);
      check.run();
      return check.found.report();
    } catch (IOException | IllegalArgumentException | JacksonException e) {
      return EvidenceReport.refused("The file cannot be read: " + e.getMessage());
    }
  }

  private void run() {
    sums();
    keys();
    changes();
    chains.forEach(this::chain);
    sides();
  }

  private void sums() {
    JsonNode sums = manifest.path("files");
    int right = 0;
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      if (text(sums, file.getKey()).equals(ChangeHash.ofBytes(file.getValue()).toString())) {
        right++;
      } else {
        found.wrong("%s is not as the manifest says.".formatted(file.getKey()));
      }
    }
    for (String name : sums.propertyNames()) {
      if (!files.containsKey(name)) {
        found.wrong("%s is missing.".formatted(name));
      }
    }
    found.proven("%d files are as the manifest says.".formatted(right));
  }

  private void keys() {
    for (JsonNode author : manifest.path("authors")) {
      DeviceKey key = new DeviceKey(Octets.parse(text(author, "key")));
      keys.put(text(author, "replica"), key);
      if (!key.deviceId().toString().equals(text(author, "device"))) {
        found.wrong("The key of %s is not that of its device.".formatted(text(author, "name")));
      }
    }
  }

  private void changes() {
    int signed = 0;
    for (JsonNode listed : manifest.path("changes")) {
      String name = text(listed, "file");
      byte[] raw = files.get(name);
      if (raw == null) {
        continue; // said already
      }
      if (!(ChangeCodec.decode(raw) instanceof Decoded.Valid(var change))) {
        found.wrong("%s is no change.".formatted(name));
        continue;
      }
      String author = change.author().toString();
      DeviceKey key = keys.get(author);
      boolean isAsListed =
          author.equals(text(listed, "author"))
              && change.seq() == listed.path("seq").asLong(0)
              && change.hash().toString().equals(text(listed, "hash"));
      if (!isAsListed) {
        found.wrong("%s is another change than the manifest says.".formatted(name));
      } else if (key == null || !ChangeCodec.verify(change, workspace, key)) {
        found.wrong("%s was not signed by its author in this workspace.".formatted(name));
      } else {
        signed++;
        chains.computeIfAbsent(author, _ -> new TreeMap<>()).put(change.seq(), change);
      }
    }
    found.proven(
        "%d changes were signed by their authors in workspace %s.".formatted(signed, workspace));
  }

  private void chain(String author, NavigableMap<Long, Change> chain) {
    Change before = null;
    for (Change change : chain.values()) {
      if (before != null
          && change.seq() == before.seq() + 1
          && !change.previous().equals(before.hash())) {
        found.wrong(
            "Change #%d of %s does not follow the one before.".formatted(change.seq(), author));
        return;
      }
      before = change;
    }
    if (!isWhole(chain)) {
      found.open("The file does not have all changes of %s.".formatted(author));
      return;
    }
    boolean isOpened =
        chain.firstEntry().getValue().operations().stream()
            .anyMatch(operation ->
                operation instanceof Operation.OpenReplica(var device, _)
                    && device.equals(keys.get(author)));
    if (isOpened) {
      found.proven(
          "The %d changes of %s are a chain, from the first one, which names its key."
              .formatted(chain.size(), author));
    } else {
      found.wrong("The first change of %s does not name its key.".formatted(author));
    }
  }

  private static boolean isWhole(NavigableMap<Long, Change> chain) {
    return chain.firstKey() == 1 && chain.lastKey() == chain.size();
  }

  private void sides() {
    int at = 0;
    for (JsonNode side : manifest.path("sides")) {
      Change change = change(side);
      long counter = side.path("counter").asLong(0);
      if (change == null) {
        found.wrong("The change of alternative %d is not in the file.".formatted(at));
      } else if (counter < change.first() || counter > change.last()) {
        found.wrong("Alternative %d is not in its change.".formatted(at));
      } else {
        wrote(at, change, counter);
        for (JsonNode other : manifest.path("sides")) {
          seen(side, change, other);
        }
      }
      at++;
    }
  }

  private void wrote(int at, Change change, long counter) {
    Operation operation = change.operations().get((int) (counter - change.first()));
    JsonNode conflict = manifest.path("conflict");
    if (operation instanceof Operation.Write write) {
      found.proven(
          "Alternative %d was written by change #%d of %s, to %s %s."
              .formatted(
                  at,
                  change.seq(),
                  name(change),
                  write.slot().entity().kind(),
                  write.slot().entity().key()));
      JsonNode listed = conflict.path("alternatives").path(at).path("value");
      JsonNode written = Values.json(write.value());
      if (text(conflict, "kind").equals("write-write") && !listed.equals(written)) {
        found.wrong("Alternative %d is not what that change wrote.".formatted(at));
      }
    } else {
      found.wrong("Alternative %d was not written by its change.".formatted(at));
    }
  }

  /// What the author of a change had seen follows from all its changes up to that one: each says
  /// how far it had seen the others since the one before.
  private void seen(JsonNode side, Change change, JsonNode other) {
    Change unseen = change(other);
    if (unseen == null || text(side, "author").equals(text(other, "author"))) {
      return;
    }
    TreeMap<Long, Change> chain = chains.get(change.author().toString());
    if (chain == null || !isWhole(chain)) {
      found.open(
          "Whether %s had seen #%d of %s.".formatted(name(change), unseen.seq(), name(unseen)));
      return;
    }
    long seen =
        chain.headMap(change.seq(), true).values().stream()
            .mapToLong(one -> one.dependencies().counters().getOrDefault(unseen.author(), 0L))
            .max()
            .orElse(0);
    boolean isSeen = seen >= other.path("counter").asLong(0);
    found.proven(
        (isSeen ? "%s had seen #%d of %s." : "%s had not seen #%d of %s.")
            .formatted(name(change), unseen.seq(), name(unseen)));
  }

  private @Nullable Change change(JsonNode side) {
    TreeMap<Long, Change> chain = chains.get(text(side, "author"));
    return chain == null ? null : chain.get(side.path("seq").asLong(0));
  }

  private String name(Change change) {
    for (JsonNode author : manifest.path("authors")) {
      if (text(author, "replica").equals(change.author().toString())) {
        return text(author, "name");
      }
    }
    return change.author().shortName();
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asString("");
  }
}
