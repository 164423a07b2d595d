package dev.flotilla.app.desktop.history;

import dev.flotilla.app.desktop.session.People;
import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.model.EntityId;
import dev.flotilla.net.node.LogEntry;
import java.util.Set;

/// What the line of a change says.
record RowWords(ChangeWords words, People people, Texts texts, Moments moments) {
  HistoryRow.Entry row(LogEntry entry) {
    return new HistoryRow.Entry(
        entry, words.headline(entry), who(entry), moments.timeOfDay(entry.time()), about(entry));
  }

  private String who(LogEntry entry) {
    return people.isOwn(entry.author()) ? texts.of("people.you") : entry.deviceName();
  }

  private String about(LogEntry entry) {
    Set<EntityId> about = ChangeWords.about(entry);
    if (about.isEmpty()) {
      return "";
    }
    String first = words.name(about.iterator().next());
    int more = about.size() - 1;
    return more == 0 ? first : texts.of("history.about", first, (long) more);
  }
}
