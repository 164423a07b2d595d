package dev.flotilla.benchmarks;

import dev.flotilla.testkit.workspace.ManyFlags;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.automerge.AmValue;
import org.automerge.Document;
import org.automerge.ObjectId;
import org.automerge.ObjectType;

/// Automerge's side: a map of flags, each a map with `enabled`, `description` and a map of tags.
/// Edits are told with `encodeChangesSince`, the state is what `save` gives. Its native code makes
/// the bytes; nothing is signed.
final class FlagsInAutomerge implements ByteTable.Flags {
  private static final String ENABLED = "enabled";

  private final Document document = new Document();
  private final ObjectId flags;
  private final Map<String, ObjectId> byKey = new HashMap<>();

  FlagsInAutomerge() {
    try (var transaction = document.startTransaction()) {
      flags = transaction.set(ObjectId.ROOT, "flags", ObjectType.MAP);
      transaction.commit();
    }
  }

  @Override
  public void create(List<ManyFlags.Made> made) {
    try (var transaction = document.startTransaction()) {
      for (var flag : made) {
        var entry = transaction.set(flags, flag.key(), ObjectType.MAP);
        transaction.set(entry, ENABLED, flag.enabled());
        transaction.set(entry, "description", flag.description());
        var tags = transaction.set(entry, "tags", ObjectType.MAP);
        flag.tags().forEach(tag -> transaction.set(tags, tag, true));
        byKey.put(flag.key(), entry);
      }
      transaction.commit();
    }
  }

  @Override
  public int state() {
    return document.save().length;
  }

  @Override
  public int toggle(List<Integer> some, boolean together) {
    // Somebody else: another actor, which has written before.
    var other = document.fork();
    change(other, List.of(0));
    var before = other.getHeads();
    if (together) {
      change(other, some);
    } else {
      some.forEach(flag -> change(other, List.of(flag)));
    }
    var bytes = other.encodeChangesSince(before).length;
    document.merge(other);
    other.free();
    return bytes;
  }

  private void change(Document by, List<Integer> some) {
    try (var transaction = by.startTransaction()) {
      for (var flag : some) {
        var entry = byKey.get(ManyFlags.key(flag));
        if (entry == null) {
          throw new IllegalStateException("no flag " + flag);
        }
        // Writing what is there already would be no change.
        var now = ((AmValue.Bool) by.get(entry, ENABLED).orElseThrow()).getValue();
        transaction.set(entry, ENABLED, !now);
      }
      transaction.commit();
    }
  }
}
