package dev.flotilla.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.codec.CanonicalReader;
import dev.flotilla.crdt.codec.CanonicalWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a large tag set shows after each write is what somebody sees who reads all of it anew.
class LargeTagSetTest {
  private static final EntityId ALL = EntityId.tagSet("all");

  private final Desk desk = new Desk();

  @BeforeEach
  void createLargeSet() {
    desk.edit(new Edit.CreateTagSet("all", ""));
    desk.edit(desk.many(2000, n -> add("m" + n)).toArray(Edit[]::new));
    assertThat(tagSet().members()).hasSize(2000);
  }

  @Test
  void writesOneByOneAndManyAtOnce() {
    var random = new SplittableRandom(7);
    for (int step = 0; step < 40; step++) {
      var edits = new ArrayList<Edit>();
      for (int n = random.nextInt(1, 30); n > 0; n--) {
        var member = "m" + random.nextInt(4000);
        edits.add(
            random.nextBoolean() || !tagSet().members().contains(member) || contains(edits, member)
                ? add(member)
                : new Edit.RemoveElement(ALL, FieldNames.MEMBERS, member));
      }
      desk.edit(edits.toArray(Edit[]::new));

      // Some steps are read together with those after them.
      if (random.nextInt(3) > 0) {
        assertThat(tagSet()).isEqualTo(anew());
      }
    }
    desk.edit(Desk.set(ALL, FieldNames.DESCRIPTION, Value.of("Everything")));
    desk.edit(Desk.set(ALL, FieldNames.COLOUR, Value.of("teal")));
    assertThat(tagSet()).isEqualTo(anew());
    assertThat(tagSet().description()).isEqualTo("Everything");
    assertThat(tagSet().memberList()).isEqualTo(List.copyOf(tagSet().members()));
  }

  @Test
  void conflictsAndOldWritesOfOthersAreSeen() {
    desk.edit(new Edit.RemoveElement(ALL, FieldNames.MEMBERS, "m7"));
    assertThat(tagSet().members()).doesNotContain("m7");

    desk.applyUnseen(new Slot.Element(ALL, FieldNames.MEMBERS, "m7"), Value.of(true));

    assertThat(tagSet().members()).contains("m7");
    assertThat(tagSet().conflicted()).isTrue();
    assertThat(tagSet()).isEqualTo(anew());
    assertThat(tagSet().lastChange().replica()).isEqualTo(new ReplicaId(9, 9));
  }

  @Test
  void itIsDeletedAndMadeAgain() {
    desk.edit(new Edit.DeleteEntity(ALL));
    assertThat(desk.now().tagSets()).isEmpty();

    desk.edit(new Edit.CreateTagSet("all", "again"), add("m1"));

    assertThat(tagSet().members()).containsExactly("m1");
    assertThat(tagSet()).isEqualTo(anew());
  }

  private static boolean contains(List<Edit> edits, String member) {
    return edits.contains(new Edit.RemoveElement(ALL, FieldNames.MEMBERS, member));
  }

  private TagSet tagSet() {
    return desk.now().tagSet("all").orElseThrow();
  }

  private TagSet anew() {
    var bytes = new CanonicalWriter();
    desk.now().encode(bytes);
    return Workspace.decode(new CanonicalReader(bytes.toBytes())).tagSet("all").orElseThrow();
  }

  private static Edit add(String member) {
    return new Edit.AddElement(ALL, FieldNames.MEMBERS, member);
  }
}
