package dev.flotilla.app.evidence;

import dev.flotilla.app.cli.print.ConflictText;
import dev.flotilla.app.cli.print.Moments;
import dev.flotilla.app.cli.print.TextTable;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.node.LogEntry;
import java.util.List;
import java.util.stream.Collectors;

/// The evidence in words: what happened, who wrote what, what each had not seen, how to check.
/// English, like all files that other programs read.
final class EvidenceWords {
  private EvidenceWords() {}

  /// As Markdown.
  static String markdown(Evidence evidence) {
    return "# Conflict %s\n\n".formatted(evidence.conflict().id())
        + "%s\n\n## Who wrote what\n\n%s\n## How to check\n\n%s\n"
            .formatted(about(evidence), sides(evidence, "* "), check());
  }

  /// As plain text.
  static String plain(Evidence evidence) {
    return "Conflict %s\n\n".formatted(evidence.conflict().id())
        + "%s\n\nWHO WROTE WHAT\n\n%s\nHOW TO CHECK\n\n%s\n"
            .formatted(about(evidence), sides(evidence, "- "), check().replace("`", ""));
  }

  private static String about(Evidence evidence) {
    Workspace workspace = evidence.workspace();
    return "In the workspace %s: %s."
        .formatted(
            workspace.id().map(Object::toString).orElse("unknown"),
            TextTable.printable(ConflictText.about(evidence.conflict())));
  }

  private static String sides(Evidence evidence, String bullet) {
    StringBuilder words = new StringBuilder();
    Conflict conflict = evidence.conflict();
    List<Evidence.Side> sides = evidence.sides();
    for (int at = 0; at < sides.size(); at++) {
      LogEntry change = sides.get(at).entry();
      String line =
          "%s, change #%d, %s: %s%s%s. %s"
              .formatted(
                  change.deviceName(),
                  change.seq(),
                  Moments.anywhere(change.at()),
                  ConflictText.meaning(conflict, sides.get(at).alternative(), at),
                  at == 0 ? " (applications read this)" : "",
                  change.message().isBlank() ? "" : ", because: " + change.message(),
                  seen(change, sides));
      // Names, values and messages are others' words: none of them makes a line of its own.
      words.append(bullet).append(TextTable.printable(line)).append('\n');
    }
    return words.toString();
  }

  private static String seen(LogEntry change, List<Evidence.Side> sides) {
    String unseen =
        sides.stream()
            .filter(side -> !side.entry().ref().equals(change.ref()))
            .filter(side -> !change.past().contains(side.dot()))
            .map(side -> "#%d of %s".formatted(side.entry().seq(), side.entry().deviceName()))
            .distinct()
            .collect(Collectors.joining(", "));
    return unseen.isEmpty() ? "Had seen the others." : "Had not seen " + unseen + ".";
  }

  private static String check() {
    return """
    `flotilla conflict verify FILE` checks without any network and without a workspace that

    1. every file is as the manifest says (SHA-256),
    2. every change is signed by the key of its author (Ed25519, over `flotilla-change-v1`, the id
       of the workspace and the bytes without their last 64, which are the signature),
    3. each author's changes are a chain from the first one, which names the key, to the one in
       question (each has the SHA-256 of the one before),
    4. the changes in question wrote what the manifest says, and
    5. what each author had seen: every change says what its author had seen since the one before.

    Who owns a key is what you have to know from elsewhere: compare the id of the device. These
    words are not signed: what the check prints is.\
    """;
  }
}
