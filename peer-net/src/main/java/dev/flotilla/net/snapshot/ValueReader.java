package dev.flotilla.net.snapshot;

import dev.flotilla.crdt.codec.CanonicalReader;
import dev.flotilla.crdt.codec.MalformedBytesException;
import dev.flotilla.model.ModelLimits;
import dev.flotilla.model.StateCodec;
import dev.flotilla.model.Value;
import java.util.ArrayList;
import java.util.List;

/// Reads what [ValueColumn] wrote.
final class ValueReader {
  private final CanonicalReader in;
  private final Room room;
  private final boolean phrases;
  private final List<String> words = new ArrayList<>();

  ValueReader(CanonicalReader in, Room room) {
    this.in = in;
    this.room = room;
    var form = in.u8();
    if (form != ValueColumn.PLAIN && form != ValueColumn.PHRASES) {
      throw new MalformedBytesException("values in an unknown form: " + form, 0);
    }
    phrases = form == ValueColumn.PHRASES;
    for (var left = phrases ? in.count(1) : 0; left > 0; left--) {
      words.add(in.utf8(ModelLimits.VALUE_BYTES_MAX));
    }
  }

  Value read() {
    var value = phrases ? phrase() : StateCodec.VALUE.read(in);
    if (value instanceof Value.Text(var text)) {
      room.text(text.length());
      room.require(in.offset());
    }
    return value;
  }

  private Value phrase() {
    var text = new StringBuilder();
    var count = in.count(1);
    for (var i = 0; i < count; i++) {
      text.append(i == 0 ? "" : " ").append(word());
      if (text.length() > ModelLimits.VALUE_BYTES_MAX) {
        throw new MalformedBytesException("a text that is too long", in.offset());
      }
    }
    return Value.of(text.toString());
  }

  private String word() {
    var number = in.varint();
    if (number > words.size()) {
      throw new MalformedBytesException("nothing has this number: " + number, in.offset());
    }
    return number == 0 ? in.utf8(ModelLimits.VALUE_BYTES_MAX) : words.get((int) number - 1);
  }

  void end() {
    in.end();
  }
}
