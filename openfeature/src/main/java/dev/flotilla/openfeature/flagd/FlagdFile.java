package dev.flotilla.openfeature.flagd;

import dev.flotilla.model.Workspace;
import dev.flotilla.openfeature.json.JsonComments;
import dev.flotilla.openfeature.json.JsonText;
import dev.flotilla.openfeature.json.JsonValue;
import dev.flotilla.openfeature.json.JsonValue.JsonObject;
import dev.flotilla.openfeature.json.JsonValue.JsonString;
import dev.flotilla.openfeature.json.Position;
import dev.flotilla.openfeature.json.patch.JsonPatch;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// A file of flagd definitions that goes out and comes back: written with a mark, kept as it was
/// written, and written again without touching what people have made of it.
public final class FlagdFile {
  private static final int ID_BYTES = 16;

  private FlagdFile() {}

  /// A file to be written.
  ///
  /// @param text of the file
  /// @param id in the mark of the file
  /// @param base what is to be kept under this id: what the workspace said
  /// @param findings what was left out, stays in the file, or is overwritten
  public record Written(String text, String id, String base, List<Finding> findings) {
    public Written {
      findings = List.copyOf(findings);
    }
  }

  /// The definitions for this environment, marked.
  ///
  /// @param flags only these; all if there are none
  /// @param existing what the file holds now; its comments, order and spelling stay. Whatever is no
  ///   flagd document is written over
  /// @param kept what was kept under an id
  public static Written write(
      Workspace workspace,
      String environment,
      Set<String> flags,
      Optional<String> existing,
      Function<String, Optional<String>> kept) {
    var exported = FlagdExport.export(workspace, environment);
    var chosen = chosen((JsonObject) JsonText.tree(exported.text()), flags);
    var unmarked = marked(chosen, ExportMark.ENVIRONMENT, environment);
    var id = id(JsonText.compact(unmarked));
    var ours = marked(unmarked, ExportMark.EXPORT, id);
    var base = JsonText.pretty(ours) + "\n";
    var findings = new ArrayList<Finding>(exported.findings());
    var file = existing.flatMap(FlagdFile::document);
    if (file.isEmpty()) {
      if (existing.filter(text -> !text.isBlank()).isPresent()) {
        findings.add(
            Finding.withoutPlace(
                Finding.Severity.WARNING,
                "",
                "the file held nothing that can be read as flag definitions and is written anew"));
      }
      return new Written(base, id, base, findings);
    }
    // Flags that are not chosen are not gone: without a base for them they stay in the file.
    var before =
        mark(file.get())
            .flatMap(kept)
            .flatMap(FlagdFile::document)
            .map(said -> chosen(said, flags));
    var merged = FileMerge.merge(before, file.get(), ours);
    findings.addAll(merged.findings());
    return new Written(JsonPatch.apply(existing.get(), merged.wanted()), id, base, findings);
  }

  private static JsonObject chosen(JsonObject document, Set<String> flags) {
    if (flags.isEmpty() || !(document.members().get("flags") instanceof JsonObject all)) {
      return document;
    }
    var some = new LinkedHashMap<>(all.members());
    some.keySet().retainAll(flags);
    var members = new LinkedHashMap<>(document.members());
    members.put("flags", new JsonObject(Position.START, some));
    return new JsonObject(Position.START, members);
  }

  private static JsonObject marked(JsonObject document, String name, String text) {
    var metadata = new LinkedHashMap<String, JsonValue>();
    if (document.members().get("metadata") instanceof JsonObject(var _, var entries)) {
      metadata.putAll(entries);
    }
    metadata.put(name, new JsonString(Position.START, text));
    var members = new LinkedHashMap<>(document.members());
    members.put("metadata", new JsonObject(Position.START, metadata));
    return new JsonObject(Position.START, members);
  }

  private static Optional<JsonObject> document(String text) {
    return JsonPatch.canApply(text)
            && JsonText.tree(JsonComments.blanked(text)) instanceof JsonObject object
            && object.members().containsKey("flags")
        ? Optional.of(object)
        : Optional.empty();
  }

  private static Optional<String> mark(JsonObject document) {
    return document.members().get("metadata") instanceof JsonObject(var _, var entries)
            && entries.get(ExportMark.EXPORT) instanceof JsonString(var _, var id)
        ? Optional.of(id)
        : Optional.empty();
  }

  private static String id(String text) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
