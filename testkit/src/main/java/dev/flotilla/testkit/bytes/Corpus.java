package dev.flotilla.testkit.bytes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Inputs that are kept as text, below a folder: a file `NAME.hex` is one input, with white space
/// wherever it likes; a file `NAME.seeds` has one on each line.
public final class Corpus {
  private static final String ONE = ".hex";
  private static final String MANY = ".seeds";

  private Corpus() {}

  /// All of them, by what a message calls them.
  public static SequencedMap<String, byte[]> below(Path folder) throws IOException {
    var found = new LinkedHashMap<String, byte[]>();
    for (var file : files(folder)) {
      var name = file.getFileName().toString();
      if (name.endsWith(ONE)) {
        found.put(name, parse(Files.readString(file)));
      } else if (name.endsWith(MANY)) {
        var number = 0;
        for (var line : Files.readAllLines(file)) {
          number++;
          found.put(name + ", line " + number, parse(line));
        }
      }
    }
    return found;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return new ArrayList<>(files.filter(Files::isRegularFile).sorted().toList());
    }
  }

  private static byte[] parse(String hex) {
    return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
  }
}
