package dev.flotilla.app.desktop.conflicts;

import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.net.node.LogEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is said of one side of a conflict besides its value.
final class SideWords {
  private final WorkspaceModel model;
  private final Texts texts;
  private final Moments moments;

  SideWords(WorkspaceModel model, Texts texts, Moments moments) {
    this.model = model;
    this.texts = texts;
    this.moments = moments;
  }

  /// Why it was written, in the author's words; none if nothing was said.
  static Optional<String> reason(ConflictFacts.Side side) {
    return side.change().map(LogEntry::message).filter(message -> !message.isBlank());
  }

  /// What its author had not seen, one sentence for each other side.
  List<String> unseen(ConflictFacts.Side side) {
    List<String> sentences = new ArrayList<>();
    for (ConflictFacts.Unseen unseen : side.unseen()) {
      LogEntry change = unseen.change();
      String own = model.people().isOwn(change.author()) ? "own" : "other";
      String who = model.people().deviceName(model.workspace(), change.author());
      String missed = texts.of("inbox.unseen." + own, number(change), who, time(change.time()));
      String known =
          unseen
              .upTo()
              .map(seen -> texts.of("inbox.unseen.upTo." + own, number(seen)))
              .orElseGet(() -> texts.of("inbox.unseen.nothing"));
      sentences.add(missed + " " + known);
    }
    return sentences;
  }

  private static String number(LogEntry change) {
    return "#" + change.seq();
  }

  /// The time of day for today, else how long ago or the date.
  private String time(Instant moment) {
    return moments.day(moment).equals(texts.of("time.today"))
        ? moments.timeOfDay(moment)
        : moments.relative(moment);
  }
}
