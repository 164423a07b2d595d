package dev.flotilla.app.desktop.causality.words;

import dev.flotilla.app.causality.Apart;
import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.app.desktop.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Says of a span in which machines did not hear of each other who was on which side, how much each
/// did, and which change brought them together.
///
/// Immutable, for one history. Any thread.
public final class ApartWords {
  private final Texts texts;
  private final Said said;
  private final EventWords events;

  public ApartWords(Texts texts, Moments moments, EventWords events) {
    this.texts = texts;
    this.said = new Said(texts, moments);
    this.events = events;
  }

  /// One line, as it stands in the picture: the smaller side by name, and how much each did.
  public String line(Apart apart) {
    List<Apart.Side> sides =
        apart.sides().stream()
            .sorted(Comparator.comparingInt((Apart.Side side) -> side.lanes().size()))
            .toList();
    if (sides.size() > 2) {
      return texts.of(
          "apart.line.many",
          (long) sides.size(),
          said.list(apart.sides().stream().map(side -> "" + side.events().size()).toList()));
    }
    if (sides.stream().allMatch(side -> side.lanes().size() == 1)) {
      return texts.of(
          "apart.line.two",
          names(sides.getFirst()),
          names(sides.getLast()),
          (long) sides.getFirst().events().size(),
          (long) sides.getLast().events().size());
    }
    return texts.of(
        "apart.line",
        names(sides.getFirst()),
        (long) sides.getFirst().lanes().size(),
        (long) sides.getFirst().events().size(),
        (long) sides.getLast().events().size());
  }

  /// When it was, by the clocks of those who made changes.
  public String title(Apart apart) {
    String from = said.time(apart.from());
    String until = said.time(apart.until());
    return from.equals(until) ? from : texts.of("apart.title", from, until);
  }

  /// All that is to be said: who was on which side, and what ended it.
  public List<String> sentences(Apart apart) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        texts.of(
            "apart.sides",
            said.time(apart.from()),
            said.time(apart.until()),
            (long) apart.sides().size()));
    for (Apart.Side side : apart.sides()) {
      sentences.add(texts.of("apart.side", names(side), (long) side.events().size()));
    }
    sentences.add(
        apart.meeting().isEmpty()
            ? texts.of("apart.open")
            : texts.of(
                "apart.met",
                events.name(apart.meeting().getAsInt()),
                events.time(apart.meeting().getAsInt())));
    return sentences;
  }

  private String names(Apart.Side side) {
    return said.list(side.lanes().stream().map(events::lane).toList());
  }
}
