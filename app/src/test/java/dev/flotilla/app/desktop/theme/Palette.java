package dev.flotilla.app.desktop.theme;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The colours of one theme as the style sheets give them, computed without a toolkit: AtlantaFX's,
/// then the tokens, then what the sheet of the controls says for all.
final class Palette {
  static final Path SHEETS = Path.of("src/main/resources/dev/flotilla/app/desktop/css");

  private static final Pattern ROOT = Pattern.compile("\\.root\\s*\\{([^}]*)\\}");
  private static final Pattern COLOUR = Pattern.compile("(-(?:fl|color)-[a-z0-9-]+):\\s*([^;]+);");
  private static final Pattern RGB = Pattern.compile("rgba?\\(([^)]*)\\)");
  private static final int MANY = 16;

  private final Map<String, String> values = new HashMap<>();

  private Palette() {}

  /// @param theme `light` or `dark`
  static Palette of(String theme) throws IOException {
    Palette palette = new Palette();
    String primer = "/atlantafx/base/theme/primer-" + theme + ".css";
    try (InputStream in = Palette.class.getResourceAsStream(primer)) {
      palette.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    palette.read(Files.readString(SHEETS.resolve("tokens-" + theme + ".css")));
    palette.read(Files.readString(SHEETS.resolve("controls.css")));
    return palette;
  }

  /// The contrast of two colours, from 1 to 21, as WCAG 2 computes it.
  double contrast(String one, String other) {
    double a = luminance(rgb(one, 0));
    double b = luminance(rgb(other, 0));
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  /// Whether `value` is a colour or the name of one.
  boolean knows(String value) {
    return value.startsWith("#") || value.startsWith("rgb") || values.containsKey(value);
  }

  private void read(String sheet) {
    Matcher root = ROOT.matcher(sheet);
    if (root.find()) {
      Matcher colour = COLOUR.matcher(root.group(1));
      while (colour.find()) {
        values.put(colour.group(1), colour.group(2).strip());
      }
    }
  }

  private double[] rgb(String value, int depth) {
    if (depth > MANY) {
      throw new IllegalArgumentException("colours in a circle at " + value);
    }
    if (value.startsWith("#")) {
      byte[] bytes = HexFormat.of().parseHex(value.substring(1));
      return new double[] {bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff};
    }
    Matcher matcher = RGB.matcher(value);
    if (matcher.matches()) {
      double[] parts =
          Arrays.stream(matcher.group(1).split(",", -1)).mapToDouble(Double::parseDouble).toArray();
      double[] under = rgb("-fl-page", depth + 1);
      double alpha = parts.length > 3 ? parts[3] : 1;
      double[] mixed = new double[3];
      for (int at = 0; at < mixed.length; at++) {
        mixed[at] = parts[at] * alpha + under[at] * (1 - alpha);
      }
      return mixed;
    }
    String meant = values.get(value);
    if (meant == null) {
      throw new IllegalArgumentException("no colour: " + value);
    }
    return rgb(meant, depth + 1);
  }

  private static double luminance(double[] rgb) {
    return 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2]);
  }

  private static double linear(double part) {
    double share = part / 255;
    return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
