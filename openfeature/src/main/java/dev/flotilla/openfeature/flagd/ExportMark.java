package dev.flotilla.openfeature.flagd;

import dev.flotilla.model.Value;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a file that was exported from here says about itself, in the metadata of its set: that it
/// is ours, of which environment, and which export it was. Applications see these three entries;
/// they mean nothing to them.
///
/// @param environment the name it had
/// @param export the id under which the home keeps what was exported
public record ExportMark(String environment, String export) {
  static final String ENVIRONMENT = "flotilla.environment";
  static final String EXPORT = "flotilla.export";

  /// The mark of this document, if it has one.
  public static Optional<ExportMark> of(FlagdDocument document) {
    return document.metadata().get(ENVIRONMENT) instanceof Value.Text(var environment)
            && document.metadata().get(EXPORT) instanceof Value.Text(var export)
        ? Optional.of(new ExportMark(environment, export))
        : Optional.empty();
  }

  /// Whether fields of a flag that the document does not mention are empty, not unknown.
  static boolean isOwn(FlagdDocument document) {
    return document.metadata().containsKey(OwnFields.FORMAT) || of(document).isPresent();
  }

  /// This metadata without what a file says about itself.
  static SortedMap<String, Value> without(SortedMap<String, Value> metadata) {
    var others = new TreeMap<>(metadata);
    others.remove(OwnFields.FORMAT);
    others.remove(ENVIRONMENT);
    others.remove(EXPORT);
    return others;
  }
}
