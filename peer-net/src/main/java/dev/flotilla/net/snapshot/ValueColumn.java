package dev.flotilla.net.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.flotilla.crdt.codec.CanonicalWriter;
import dev.flotilla.model.StateCodec;
import dev.flotilla.model.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The values of all slots of one name. Texts that are made of the same words over and over, as
/// descriptions are, become numbers of words, the frequent ones the small numbers: DEFLATE then
/// needs one symbol for a word instead of a distance and a length.
///
/// ```
/// plain:   0 · values (StateCodec)
/// phrases: 1 · count of words varint · words utf8 · texts
/// text:    count of words varint, then each: its number + 1, or 0 and the word utf8
/// ```
final class ValueColumn {
  static final int PLAIN = 0;
  static final int PHRASES = 1;

  private static final int PHRASES_FROM = 32;

  /// Of so many words all but one must be known.
  private static final int WORDS_TO_A_NEW_ONE = 4;

  private final List<Value> values = new ArrayList<>();
  private final Room room;

  ValueColumn(Room room) {
    this.room = room;
  }

  void add(Value value) {
    values.add(value);
    if (value instanceof Value.Text(var text)) {
      room.text(text.length());
    }
  }

  byte[] toBytes() {
    var words = words();
    return words.isEmpty() ? plain() : phrases(words);
  }

  private byte[] plain() {
    var out = new CanonicalWriter().u8(PLAIN);
    values.forEach(value -> StateCodec.VALUE.write(out, value));
    return out.toBytes();
  }

  /// The words that come more than once, the most frequent first; none if that is no way to write
  /// these values.
  private List<String> words() {
    if (values.size() < PHRASES_FROM) {
      return List.of();
    }
    Map<String, Integer> counts = new HashMap<>();
    var all = 0L;
    for (var value : values) {
      if (!(value instanceof Value.Text(var text))) {
        return List.of();
      }
      for (var word : split(text)) {
        counts.merge(word, 1, Integer::sum);
        all++;
      }
    }
    if (counts.size() * (long) WORDS_TO_A_NEW_ONE > all) {
      return List.of();
    }
    return counts.entrySet().stream()
        .filter(word -> word.getValue() > 1)
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private byte[] phrases(List<String> words) {
    var out = new CanonicalWriter().u8(PHRASES).varint(words.size());
    var numbers = new HashMap<String, Integer>();
    for (var word : words) {
      out.utf8(word);
      numbers.put(word, numbers.size() + 1);
    }
    for (var value : values) {
      if (value instanceof Value.Text(var text)) {
        var split = split(text);
        out.varint(split.length);
        for (var word : split) {
          var number = numbers.getOrDefault(word, 0);
          out.varint(number);
          if (number == 0) {
            out.bytes(word.getBytes(UTF_8));
          }
        }
      }
    }
    return out.toBytes();
  }

  private static String[] split(String text) {
    return text.split(" ", -1);
  }
}
