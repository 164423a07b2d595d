package dev.flotilla.benchmarks;

import dev.flotilla.testkit.workspace.ManyFlags;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Prints how many bytes edits of many flags and their whole state take, ours beside Automerge and
/// Pekko with the same flags. What others take is quoted from the issue that asked for this table,
/// measured there with other descriptions.
public final class ByteTable {
  private static final int FLAGS = 10_000;
  private static final int FLAGS_A_CHANGE = 100;
  private static final int TOGGLES = 100;
  private static final long SEED = 4;

  private ByteTable() {}

  /// The same flags, kept by one of the libraries.
  interface Flags {
    /// Adds flags in one change.
    void create(List<ManyFlags.Made> made);

    /// Somebody else switches each of the flags to what it was not, in one change or in as many as
    /// there are flags.
    ///
    /// @return the bytes that tell a peer of it
    int toggle(List<Integer> flags, boolean together);

    /// The bytes of everything.
    int state();
  }

  /// Runs all of it, in seconds.
  public static void main(String[] arguments) throws Exception {
    var ours = new FlagsHere();
    var automerge = new FlagsInAutomerge();
    var pekko = new FlagsInPekko();
    var all = List.of(ours, automerge, pekko);
    for (var flags : all) {
      var source = new ManyFlags(SEED);
      for (var n = 0; n < FLAGS; n += FLAGS_A_CHANGE) {
        flags.create(source.make(n, FLAGS_A_CHANGE));
      }
    }
    var some = new Random(SEED).ints(0, FLAGS).distinct().limit(TOGGLES).boxed().toList();
    System.out.println(
        "| bytes | Flotilla, signed | Automerge | Pekko | quoted: Automerge | Pekko | Loro | Yjs |");
    System.out.println("|---|--:|--:|--:|--:|--:|--:|--:|");
    row(
        "one toggle",
        all.stream().map(f -> f.toggle(List.of(4711), true)).toList(),
        203,
        173,
        96,
        30);
    row(
        "100 toggles as 100 changes",
        all.stream().map(f -> f.toggle(some, false)).toList(),
        13_063,
        17_300,
        884,
        587);
    row(
        "100 toggles as one change",
        all.stream().map(f -> f.toggle(some, true)).toList(),
        null,
        null,
        null,
        null);
    row("full state", all.stream().map(Flags::state).toList(), 219_928, 531_056, 1_066_491, null);
    System.out.println();
    System.out.println(ours.withoutPacking());
  }

  private static void row(String name, List<Integer> measured, @Nullable Integer... quoted) {
    var line = new StringBuilder("| ").append(name);
    measured.forEach(bytes -> line.append(" | ").append(number(bytes)));
    for (var bytes : quoted) {
      line.append(" | ").append(bytes == null ? "–" : number(bytes));
    }
    System.out.println(line.append(" |"));
  }

  static String number(int bytes) {
    return String.format(Locale.ROOT, "%,d", bytes).replace(',', ' ');
  }
}
