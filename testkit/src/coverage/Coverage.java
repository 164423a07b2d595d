import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Tells in one line how many lines of crdt-model the tests run, and fails if they are too few.
///
/// Run by the build, with the CSV report of JaCoCo and the least percentage as arguments. JaCoCo's
/// own check knows only the classes and the tests of one module; those of crdt-model have tests in
/// two.
final class Coverage {

  private static final String LIBRARY = "dev.flotilla.crdt";
  private static final int LISTED_MAX = 10;

  /// The lines of a class.
  private record Row(String packageName, String className, int missed, int covered) {

    static Row of(String line) {
      var cells = line.split(",");
      return new Row(
          cells[1], cells[2], Integer.parseInt(cells[7]), Integer.parseInt(cells[8]));
    }

    boolean isIn(String wanted) {
      return packageName.equals(wanted) || packageName.startsWith(wanted + ".");
    }
  }

  public static void main(String[] arguments) throws IOException {
    var report = Path.of(arguments[0]);
    double percentMin = Double.parseDouble(arguments[1]);
    if (!Files.exists(report)) {
      System.out.println("Line coverage of crdt-model: not measured, its tests did not run");
      return;
    }
    var rows = Files.readAllLines(report).stream().skip(1).map(Row::of).toList();
    var library = rows.stream().filter(row -> row.isIn(LIBRARY)).toList();
    System.out.printf(
        Locale.ROOT,
        "Line coverage of crdt-model: %.1f %% of %d lines, of %s alone %.1f %% of %d%n",
        percent(rows),
        lines(rows),
        LIBRARY,
        percent(library),
        lines(library));
    if (percent(rows) < percentMin || percent(library) < percentMin) {
      System.out.printf(Locale.ROOT, "At least %.0f %% is asked for; not run:%n", percentMin);
      var missed = new ArrayList<>(rows);
      missed.sort(Comparator.comparingInt(Row::missed).reversed());
      missed.stream()
          .limit(LISTED_MAX)
          .forEach(row -> System.out.println("  " + row.missed() + " lines of " + row.className()));
      System.exit(1);
    }
  }

  private static double percent(List<Row> rows) {
    int covered = rows.stream().mapToInt(Row::covered).sum();
    return 100.0 * covered / Math.max(1, lines(rows));
  }

  private static int lines(List<Row> rows) {
    return rows.stream().mapToInt(row -> row.covered() + row.missed()).sum();
  }
}
