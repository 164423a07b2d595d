package dev.flotilla.app.desktop.causality.diagram;

import dev.flotilla.app.causality.Apart;
import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.Event;
import dev.flotilla.app.causality.Lane;
import dev.flotilla.app.desktop.causality.canvas.MarkWords;
import dev.flotilla.app.desktop.causality.words.ApartWords;
import dev.flotilla.app.desktop.causality.words.EventWords;
import dev.flotilla.app.desktop.causality.words.PairWords;
import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.app.desktop.text.Texts;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// What is said in the diagram and about it.
///
/// @param history the events that are shown
/// @param headlines what a change is called
/// @param notes what is to be known about a machine; empty for nothing
public record DiagramWords(
    Texts texts,
    Moments moments,
    Supplier<CausalHistory> history,
    Function<Event, String> headlines,
    Function<Lane, String> notes)
    implements MarkWords {
  @Override
  public String headline(Event event) {
    return headlines.apply(event);
  }

  @Override
  public String time(Event event) {
    return moments.timeOfDay(event.time());
  }

  @Override
  public String spoken(Event event, Optional<Event> compared) {
    CausalHistory now = history.get();
    EventWords words = new EventWords(texts, moments, now, headlines);
    int index = now.find(event.ref()).orElse(-1);
    int other = compared.map(Event::ref).map(ref -> now.find(ref).orElse(-1)).orElse(-1);
    if (index < 0) {
      return headline(event);
    }
    return other < 0 ? words.spoken(index) : new PairWords(words).of(index, other).spoken();
  }

  @Override
  public String note(Lane lane) {
    return notes.apply(lane);
  }

  @Override
  public String apart(Apart apart) {
    EventWords words = new EventWords(texts, moments, history.get(), headlines);
    return new ApartWords(texts, moments, words).line(apart);
  }
}
