package dev.flotilla.model;

import dev.flotilla.crdt.codec.Canonical;
import dev.flotilla.crdt.codec.CanonicalReader;
import dev.flotilla.crdt.codec.CanonicalWriter;
import dev.flotilla.crdt.codec.Codec;
import dev.flotilla.crdt.codec.MalformedBytesException;
import dev.flotilla.crdt.sequence.Origin;
import dev.flotilla.crdt.sequence.Side;
import dev.flotilla.crdt.types.Stamped;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/// The canonical forms of slots, values and keys.
///
/// | type | form |
/// |---|---|
/// | entity | kind utf8, key utf8 |
/// | slot | 0 presence, 1 field, 2 element; entity; name utf8; element utf8 |
/// | value | 0 absent; 1 false; 2 true; 3 number: scale (zigzag varint), digits (two's complement); 4 text; 5 JSON; 6 position: origin; 7 move: counter varint, 0 or 1, parent utf8 |
/// | origin | 0 the root; 1 left or 2 right of a position, and its dot |
/// | stamped value | timestamp, value |
/// | device key | 32 bytes |
public final class StateCodec {
  public static final Codec<EntityId> ENTITY =
      Codec.of(StateCodec::writeEntity, StateCodec::readEntity);

  public static final Codec<Slot> SLOT = Codec.of(StateCodec::writeSlot, StateCodec::readSlot);

  public static final Codec<Value> VALUE = Codec.of(StateCodec::writeValue, StateCodec::readValue);

  public static final Codec<DeviceKey> DEVICE_KEY =
      Codec.of((to, key) -> to.raw(key.bytes()), from -> DeviceKey.of(from.raw(DeviceKey.BYTES)));

  /// A write without its dot.
  public static final Codec<Stamped<Value>> STAMPED =
      Codec.of(StateCodec::writeStamped, StateCodec::readStamped);

  static final int PRESENCE = 0;
  static final int FIELD = 1;
  static final int ELEMENT = 2;

  private static final int ABSENT = 0;
  private static final int FALSE = 1;
  private static final int TRUE = 2;
  private static final int NUMBER = 3;
  private static final int TEXT = 4;
  private static final int JSON = 5;

  private static final int POSITION = 6;
  private static final int MOVE = 7;

  private static final int ROOT = 0;
  private static final int LEFT = 1;
  private static final int RIGHT = 2;

  private StateCodec() {}

  private static CanonicalWriter writeStamped(CanonicalWriter to, Stamped<Value> stamped) {
    Canonical.HYBRID_TIMESTAMP.write(to, stamped.at());
    return writeValue(to, stamped.value());
  }

  private static Stamped<Value> readStamped(CanonicalReader from) {
    return new Stamped<>(Canonical.HYBRID_TIMESTAMP.read(from), readValue(from));
  }

  static String readKey(CanonicalReader from) {
    return from.utf8(ModelLimits.KEY_BYTES_MAX);
  }

  static int tag(Slot slot) {
    return switch (slot) {
      case Slot.Presence _ -> PRESENCE;
      case Slot.Field _ -> FIELD;
      case Slot.Element _ -> ELEMENT;
    };
  }

  private static CanonicalWriter writeEntity(CanonicalWriter to, EntityId entity) {
    return to.utf8(entity.kind()).utf8(entity.key());
  }

  private static EntityId readEntity(CanonicalReader from) {
    int start = from.offset();
    var entity = new EntityId(readKey(from), readKey(from));
    if (entity.kind().isEmpty()) {
      throw new MalformedBytesException("an entity without a kind", start);
    }
    return entity;
  }

  private static CanonicalWriter writeSlot(CanonicalWriter to, Slot slot) {
    to.u8(tag(slot));
    writeEntity(to, slot.entity());
    return writeName(to, slot);
  }

  static CanonicalWriter writeName(CanonicalWriter to, Slot slot) {
    return switch (slot) {
      case Slot.Presence _ -> to;
      case Slot.Field(_, var name) -> to.utf8(name);
      case Slot.Element(_, var set, var element) -> to.utf8(set).utf8(element);
    };
  }

  private static Slot readSlot(CanonicalReader from) {
    int start = from.offset();
    int tag = from.u8();
    var entity = readEntity(from);
    return readName(from, tag, entity, start);
  }

  static Slot readName(CanonicalReader from, int tag, EntityId entity, int start) {
    return switch (tag) {
      case PRESENCE -> new Slot.Presence(entity);
      case FIELD -> new Slot.Field(entity, from.utf8(ModelLimits.FIELD_NAME_BYTES_MAX));
      case ELEMENT -> new Slot.Element(entity, readKey(from), readKey(from));
      default -> throw new MalformedBytesException("unknown kind of slot " + tag, start);
    };
  }

  private static CanonicalWriter writeValue(CanonicalWriter to, Value value) {
    return switch (value) {
      case Value.Absent _ -> to.u8(ABSENT);
      case Value.Bool(var flag) -> to.u8(flag ? TRUE : FALSE);
      case Value.Number(var number) ->
          to.u8(NUMBER).varint(zigzag(number.scale())).bytes(number.unscaledValue().toByteArray());
      case Value.Text(var text) -> to.u8(TEXT).utf8(text);
      case Value.Json(var text) -> to.u8(JSON).utf8(text);
      case Value.Move(long counter, var parent) -> {
        to.u8(MOVE).varint(counter).u8(parent.isPresent() ? 1 : 0);
        parent.ifPresent(to::utf8);
        yield to;
      }
      case Value.Position(var origin) -> writeOrigin(to.u8(POSITION), origin);
    };
  }

  private static CanonicalWriter writeOrigin(CanonicalWriter to, Origin origin) {
    if (origin.parent().isEmpty()) {
      return to.u8(ROOT);
    }
    to.u8(origin.side() == Side.LEFT ? LEFT : RIGHT);
    Canonical.DOT.write(to, origin.parent().get());
    return to;
  }

  private static Value.Move readMove(CanonicalReader from) {
    int start = from.offset();
    long counter = from.varint();
    int nested = from.u8();
    if (counter < 1 || nested > 1) {
      throw new MalformedBytesException("no move of a folder", start);
    }
    return new Value.Move(counter, nested == 1 ? Optional.of(readKey(from)) : Optional.empty());
  }

  private static Origin readOrigin(CanonicalReader from) {
    int start = from.offset();
    int kind = from.u8();
    return switch (kind) {
      case ROOT -> Origin.START;
      case LEFT -> new Origin(Optional.of(Canonical.DOT.read(from)), Side.LEFT);
      case RIGHT -> new Origin(Optional.of(Canonical.DOT.read(from)), Side.RIGHT);
      default -> throw new MalformedBytesException("unknown side " + kind, start);
    };
  }

  private static Value readValue(CanonicalReader from) {
    int start = from.offset();
    int tag = from.u8();
    return switch (tag) {
      case ABSENT -> Value.absent();
      case FALSE -> Value.Bool.FALSE;
      case TRUE -> Value.Bool.TRUE;
      case NUMBER -> readNumber(from);
      case TEXT -> new Value.Text(from.utf8(ModelLimits.VALUE_BYTES_MAX));
      case JSON -> new Value.Json(from.utf8(ModelLimits.VALUE_BYTES_MAX));
      case POSITION -> new Value.Position(readOrigin(from));
      case MOVE -> readMove(from);
      default -> throw new MalformedBytesException("unknown kind of value " + tag, start);
    };
  }

  private static Value readNumber(CanonicalReader from) {
    int start = from.offset();
    long zigzag = from.varint();
    if (zigzag > 2L * ModelLimits.NUMBER_EXPONENT_MAX) {
      throw new MalformedBytesException("number with too large an exponent", start);
    }
    byte[] digits = from.bytes(ModelLimits.NUMBER_DIGITS_MAX);
    if (digits.length == 0) {
      throw new MalformedBytesException("number without digits", start);
    }
    var given = new BigDecimal(new BigInteger(digits), unzigzag(zigzag));
    var number = new Value.Number(given);
    WellFormed.problem(number)
        .ifPresent(problem -> {
          throw new MalformedBytesException("number that " + problem, start);
        });
    boolean canonical =
        number.value().scale() == given.scale()
            && Arrays.equals(number.value().unscaledValue().toByteArray(), digits);
    if (!canonical) {
      throw new MalformedBytesException("number longer than needed", start);
    }
    return number;
  }

  private static long zigzag(int scale) {
    return scale < 0 ? -2L * scale - 1 : 2L * scale;
  }

  private static int unzigzag(long zigzag) {
    return (int) (zigzag % 2 == 0 ? zigzag / 2 : -(zigzag + 1) / 2);
  }
}
