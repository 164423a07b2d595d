package dev.flotilla.net.change.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.ModelLimits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Words of one kind: each is written once and then named by its number. A new one says how much it
/// shares with the word before it.
///
/// ```
/// known: number + 1 varint      new: 0 · shared bytes varint · other bytes varint, in the shapes
///                                    other bytes, in the texts
/// ```
///
/// One side only writes, the other only reads. Both begin with the same words; that list is part of
/// the format.
final class Words {
  private static final List<String> KINDS =
      List.of(
          EntityId.FLAG,
          EntityId.TAG_SET,
          EntityId.ENVIRONMENT,
          EntityId.FOLDER,
          EntityId.WORKSPACE);
  private static final List<String> NAMES =
      List.of(
          FieldNames.TYPE,
          FieldNames.DESCRIPTION,
          FieldNames.OWNER,
          FieldNames.KIND,
          FieldNames.ARCHIVED,
          FieldNames.TAGS,
          FieldNames.LINKS,
          FieldNames.REQUIRES,
          FieldNames.COLOUR,
          FieldNames.MEMBERS,
          FieldNames.ORDER,
          FieldNames.PROTECTED,
          FieldNames.FOLDER,
          FieldNames.PARENT,
          FieldNames.NAME);

  private final List<String> words;
  private final Map<String, Integer> numbers = new HashMap<>();
  private byte[] last = {};

  private Words(List<String> known) {
    words = new ArrayList<>(known);
    for (var word : known) {
      numbers.put(word, numbers.size());
    }
  }

  static Words kinds() {
    return new Words(KINDS);
  }

  static Words names() {
    return new Words(NAMES);
  }

  static Words keys() {
    return new Words(List.of());
  }

  void write(String word, Columns to) {
    var number = numbers.get(word);
    if (number != null) {
      to.shapes().varint(number + 1L);
      last = word.getBytes(UTF_8);
      return;
    }
    var bytes = word.getBytes(UTF_8);
    var mismatch = Arrays.mismatch(last, bytes);
    var shared = mismatch < 0 ? bytes.length : mismatch;
    to.shapes().varint(0).varint(shared).varint(bytes.length - shared);
    to.texts().raw(Arrays.copyOfRange(bytes, shared, bytes.length));
    numbers.put(word, numbers.size());
    last = bytes;
  }

  String read(ColumnReader from) {
    var reference = from.size(words.size());
    if (reference > 0) {
      var word = words.get(reference - 1);
      last = word.getBytes(UTF_8);
      return word;
    }
    var shared = from.size(last.length);
    var own = from.size(ModelLimits.FIELD_NAME_BYTES_MAX);
    if (shared + own > ModelLimits.FIELD_NAME_BYTES_MAX) {
      throw ColumnReader.malformed("a word that is too long", from.shapes());
    }
    var bytes = Arrays.copyOf(last, shared + own);
    System.arraycopy(from.texts().raw(own), 0, bytes, shared, own);
    var word = new String(bytes, UTF_8);
    words.add(word);
    last = bytes;
    return word;
  }
}
