package dev.flotilla.app.desktop.causality.words;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.Event;
import dev.flotilla.app.causality.Lane;
import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Hue;
import dev.flotilla.app.desktop.theme.Hues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Says of an event who made it when, and what its author had seen by then. Events are numbered as
/// people see them: the changes of one machine, from 1.
///
/// Immutable, for one history. Any thread that may call `headlines`.
public final class EventWords {
  private final Texts texts;
  private final Said said;
  private final CausalHistory history;
  private final Function<Event, String> headlines;

  /// @param headlines what a change is called
  public EventWords(
      Texts texts, Moments moments, CausalHistory history, Function<Event, String> headlines) {
    this.texts = texts;
    this.said = new Said(texts, moments);
    this.history = history;
    this.headlines = headlines;
  }

  public CausalHistory history() {
    return history;
  }

  /// What a lane is called: its machine, with a number if there are several of that name.
  public String lane(int lane) {
    Lane named = history.lanes().get(lane);
    return named.copy() == 1
        ? named.machine()
        : texts.of("seen.copy", named.machine(), named.copy());
  }

  /// The colours of the machines that made changes, by name.
  public Map<String, Hue> hues() {
    return Hues.of(history.lanes().stream().map(Lane::machine).toList());
  }

  /// Whose event it is.
  public String machine(int index) {
    return lane(history.lane(index));
  }

  /// For example "#41".
  public String number(int index) {
    return texts.of("seen.number", String.valueOf(history.event(index).number()));
  }

  /// When its author says that it was made, as short as that can be said.
  public String time(int index) {
    return said.time(history.event(index).time());
  }

  /// For example "#41 (10:02)".
  public String numberAndTime(int index) {
    return texts.of("seen.number.time", number(index), time(index));
  }

  /// For example "#41 of Ben’s desktop".
  public String name(int index) {
    return texts.of("seen.name", number(index), machine(index));
  }

  /// What it is called: its message, or what it did.
  public String headline(int index) {
    return headlines.apply(history.event(index));
  }

  /// How all other lanes stand to it.
  public List<Beside> besides(int index) {
    return Beside.of(history, index);
  }

  /// What its author had seen when it was made, in one to three sentences.
  public List<String> hadSeen(int index) {
    List<String> whole = new ArrayList<>();
    List<String> nothing = new ArrayList<>();
    List<String> partly = new ArrayList<>();
    for (Beside beside : besides(index)) {
      if (beside.isWhole()) {
        whole.add(lane(beside.lane()));
      } else if (beside.count() > 0 && beside.seen() < 0) {
        nothing.add(lane(beside.lane()));
      } else if (beside.count() > 0) {
        partly.add(texts.of("seen.upTo.of", lane(beside.lane()), numberAndTime(beside.seen())));
      }
    }
    if (nothing.isEmpty() && partly.isEmpty()) {
      return List.of(texts.of(whole.isEmpty() ? "seen.first" : "seen.all"));
    }
    List<String> sentences = new ArrayList<>();
    if (!whole.isEmpty()) {
      sentences.add(texts.of("seen.whole", said.list(whole)));
    }
    if (!partly.isEmpty()) {
      sentences.add(texts.of("seen.partly", said.list(partly)));
    }
    if (!nothing.isEmpty()) {
      sentences.add(texts.of("seen.nothing", said.list(nothing)));
    }
    return sentences;
  }

  /// How many events neither had seen it, nor it them.
  public long concurrent(int index) {
    return besides(index).stream().mapToLong(Beside::count).sum();
  }

  /// The event and how it stands to all others, in one text: what a screen reader says of it.
  public String spoken(int index) {
    return texts.of(
        "seen.spoken",
        number(index),
        machine(index),
        time(index),
        headline(index),
        String.join(" ", hadSeen(index)),
        concurrent(index));
  }

  /// A lane beside an event in one sentence.
  public String spoken(int index, Beside beside) {
    List<String> facts = new ArrayList<>();
    facts.add(
        beside.seen() < 0
            ? texts.of("seen.beside.none")
            : texts.of("seen.beside.seen", numberAndTime(beside.seen())));
    if (beside.count() > 0) {
      facts.add(texts.of("seen.beside.concurrent", range(beside), beside.count()));
    }
    if (beside.later() >= 0) {
      facts.add(texts.of("seen.beside.later", numberAndTime(beside.later())));
    }
    return texts.of("seen.beside", lane(beside.lane()), String.join(" ", facts));
  }

  /// The concurrent events of a lane, for example "#6–#9"; empty for none.
  public String range(Beside beside) {
    return switch (beside.count()) {
      case 0 -> "";
      case 1 -> number(beside.from());
      default -> texts.of("seen.range", number(beside.from()), number(beside.to()));
    };
  }

  Texts texts() {
    return texts;
  }

  Said said() {
    return said;
  }
}
