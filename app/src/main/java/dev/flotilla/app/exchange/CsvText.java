package dev.flotilla.app.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The text of a table as spreadsheets write it: UTF-8 with or without a byte order mark, UTF-16
/// with one, or else Windows-1252, which Excel writes in the west of Europe.
///
/// @param text without mark and without Excel's `sep=` line
/// @param separator what stands between cells
/// @param guessedCharset whether the bytes were no Unicode
/// @param linesBefore how many lines were left out at the start
record CsvText(String text, char separator, boolean guessedCharset, int linesBefore) {
  private static final char MARK = '\uFEFF';
  private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');
  private static final String SEPARATOR_LINE = "sep=";

  static CsvText of(byte[] bytes) {
    var decoded = decode(bytes);
    var text = decoded.text();
    if (text.length() > SEPARATOR_LINE.length() && text.startsWith(SEPARATOR_LINE)) {
      int end = text.indexOf('\n');
      return new CsvText(
          end < 0 ? "" : text.substring(end + 1),
          text.charAt(SEPARATOR_LINE.length()),
          decoded.guessed(),
          1);
    }
    return new CsvText(text, guess(text), decoded.guessed(), 0);
  }

  private record Decoded(String text, boolean guessed) {}

  private static Decoded decode(byte[] bytes) {
    if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
      return new Decoded(new String(bytes, StandardCharsets.UTF_16), false);
    }
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      boolean marked = !text.isEmpty() && text.charAt(0) == MARK;
      return new Decoded(marked ? text.substring(1) : text, false);
    } catch (CharacterCodingException _) {
      return new Decoded(new String(bytes, Charset.forName("windows-1252")), true);
    }
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }

  /// What stands most often in the first line, outside of quotes.
  private static char guess(String text) {
    char best = ',';
    int most = 0;
    for (char separator : SEPARATORS) {
      int count = count(text, separator);
      if (count > most) {
        best = separator;
        most = count;
      }
    }
    return best;
  }

  private static int count(String text, char separator) {
    int count = 0;
    boolean quoted = false;
    for (int index = 0; index < text.length(); index++) {
      char c = text.charAt(index);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '\n' || c == '\r')) {
        break;
      } else if (!quoted && c == separator) {
        count++;
      }
    }
    return count;
  }
}
