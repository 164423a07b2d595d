package dev.flotilla.app.desktop.causality.words;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.Event;
import dev.flotilla.crdt.ReplicaId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The vector clock of an event, for those who ask for it: for each machine how many of its changes
/// had been seen, the event itself included.
///
/// @param json by replica the number of the newest operation that had been seen, as the log has it
public record ClockNumbers(List<Row> rows, String json) {
  /// @param change the number of the newest change that had been seen; 0 if it is older than all
  ///   that are loaded
  /// @param counter the number of the newest operation that had been seen
  public record Row(String machine, String replica, long change, long counter, boolean isOwn) {}

  public ClockNumbers {
    rows = List.copyOf(rows);
  }

  /// Of an event. Cost: lanes.
  public static ClockNumbers of(EventWords words, int index) {
    CausalHistory history = words.history();
    Event event = history.event(index);
    List<Row> rows = new ArrayList<>();
    event
        .past()
        .forEach((replica, counter) -> rows.add(row(words, event, replica, counter, index)));
    String json =
        event.past().asMap().entrySet().stream()
            .map(entry -> "\"" + entry.getKey() + "\": " + entry.getValue())
            .collect(Collectors.joining(", ", "{", "}"));
    return new ClockNumbers(rows, json);
  }

  private static Row row(
      EventWords words, Event event, ReplicaId replica, long counter, int index) {
    CausalHistory history = words.history();
    int lane = history.laneOf(replica).orElse(-1);
    int newest = lane < 0 ? -1 : history.seen(index, lane);
    return new Row(
        lane < 0 ? replica.shortName() : words.lane(lane),
        replica.shortName(),
        newest < 0 ? 0 : history.event(newest).number(),
        counter,
        replica.equals(event.author()));
  }
}
