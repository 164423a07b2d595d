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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Checks a file of evidence, with nothing but the file. Any bytes give a report.
public final class EvidenceCheck {
  private final EvidenceReport.Collecting found = new EvidenceReport.Collecting();
  private final Map<String, byte[]> files;
  private final JsonNode manifest;
  private final WorkspaceId workspace;
  private final Map<String, DeviceKey> keys = new TreeMap<>();

  private final Map<String, String> names = new TreeMap<>();

  /// Those whose signatures hold, by hash.
  private final Map<String, Change> changes = new LinkedHashMap<>();

  private SignedHistory history = new SignedHistory(List.of());

  /// @param counter of the operation that wrote the alternative
  private record Side(int at, Change change, long counter) {}

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
    history = new SignedHistory(List.copyOf(changes.values()));
    sides();
    found.open("What README.md, words.txt and changes.jsonl say beyond this: they are not signed.");
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
      names.put(text(author, "replica"), text(author, "name"));
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
        changes.put(change.hash().toString(), change);
      }
    }
    found.proven(
        "%d changes were signed by their authors in workspace %s.".formatted(signed, workspace));
  }

  /// The sides are what the conflict is about, each another operation.
  private void sides() {
    JsonNode alternatives = manifest.path("conflict").path("alternatives");
    List<Side> sides = new ArrayList<>();
    Set<String> written = new HashSet<>();
    for (JsonNode listed : manifest.path("sides")) {
      int at = sides.size();
      Change change = changes.get(text(listed, "hash"));
      long counter = listed.path("counter").asLong(0);
      if (change == null) {
        found.wrong("The change of alternative %d is not in the file.".formatted(at));
        return;
      }
      if (counter < change.first() || counter > change.last()) {
        found.wrong("Alternative %d is not in its change.".formatted(at));
        return;
      }
      // What keeps a folder from where it was put may be the move itself.
      boolean mayBeOne = text(manifest.path("conflict"), "kind").equals("folder-cycle");
      if (!written.add(change.hash() + " " + counter) && !mayBeOne) {
        found.wrong("Alternative %d is named twice.".formatted(at));
      }
      sides.add(new Side(at, change, counter));
    }
    if (sides.size() < 2 || sides.size() != alternatives.size()) {
      found.wrong(
          "The conflict has %d alternatives, the file has %d changes for them."
              .formatted(alternatives.size(), sides.size()));
    }
    sides.stream().map(Side::change).distinct().forEach(this::chain);
    sides.forEach(side -> wrote(side, alternatives.path(side.at()).path("value")));
    for (Side side : sides) {
      for (Side other : sides) {
        if (!side.change().equals(other.change())) {
          seen(side, other, sides);
        }
      }
    }
  }

  private void chain(Change change) {
    String author = change.author().toString();
    if (!history.isWhole(change)) {
      found.open("The file does not have all changes of %s.".formatted(author));
      return;
    }
    Optional<Operation.OpenReplica> opening = history.opening(change);
    if (opening.isEmpty() || !opening.get().device().equals(keys.get(author))) {
      found.wrong("The first change of %s does not name its key.".formatted(author));
      return;
    }
    found.proven(
        "The %d changes of %s up to #%d are a chain, from the first one, which names the key of device %s."
            .formatted(
                history.chain(change).size(),
                opening.get().deviceName(),
                change.seq(),
                opening.get().device().deviceId()));
    if (!opening.get().deviceName().equals(names.get(author))) {
      found.wrong(
          "%s calls itself %s, not %s."
              .formatted(author, opening.get().deviceName(), names.get(author)));
    }
  }

  private void wrote(Side side, JsonNode listed) {
    Operation operation =
        side.change().operations().get((int) (side.counter() - side.change().first()));
    if (!(operation instanceof Operation.Write write)) {
      found.wrong("Alternative %d was not written by its change.".formatted(side.at()));
      return;
    }
    found.proven(
        "Alternative %d was written by change #%d of %s: %s: %s."
            .formatted(
                side.at(),
                side.change().seq(),
                name(side.change()),
                EvidencePlace.words(write.slot()),
                Values.text(write.value())));
    JsonNode conflict = manifest.path("conflict");
    if (EvidencePlace.isOne(conflict) && !EvidencePlace.is(conflict, write.slot())) {
      found.wrong("Alternative %d is about something else.".formatted(side.at()));
    }
    if (EvidencePlace.hasValues(conflict) && !listed.equals(Values.json(write.value()))) {
      found.wrong("Alternative %d is not what that change wrote.".formatted(side.at()));
    }
  }

  private void seen(Side side, Side other, List<Side> sides) {
    String by = label(side.change(), sides);
    String unseen = "#%d of %s".formatted(other.change().seq(), label(other.change(), sides));
    switch (history.seen(side.change(), other.change(), other.counter())) {
      case YES -> found.proven("%s had seen %s.".formatted(by, unseen));
      case NO -> found.proven("%s had not seen %s.".formatted(by, unseen));
      case UNKNOWN -> found.open("Whether %s had seen %s.".formatted(by, unseen));
    }
  }

  /// The machine's name; with the beginning of the change's hash if another side's is called alike.
  private String label(Change change, List<Side> sides) {
    boolean isAlone =
        sides.stream()
            .map(Side::change)
            .allMatch(other -> other.equals(change) || !name(other).equals(name(change)));
    return isAlone
        ? name(change)
        : "%s (change %s)".formatted(name(change), change.hash().toString().substring(0, 8));
  }

  /// As the author signed it, if that is in the file.
  private String name(Change change) {
    return history
        .opening(change)
        .map(Operation.OpenReplica::deviceName)
        .orElseGet(() -> change.author().shortName());
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asString("");
  }
}
