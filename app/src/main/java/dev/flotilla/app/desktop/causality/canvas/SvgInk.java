package dev.flotilla.app.desktop.causality.canvas;

import java.util.Locale;
import java.util.function.Function;
import javafx.scene.paint.Color;

/// Draws into a text in SVG 1.1, with a class for nothing and a colour for everything, so that
/// every program shows the same.
///
/// Thread: FX, since it asks for the widths of texts.
///
/// @see <a href="https://www.w3.org/TR/SVG11/">Scalable Vector Graphics 1.1</a>
final class SvgInk implements Ink {
  private final StringBuilder out = new StringBuilder();
  private final Function<Tone, Color> colors;
  private final TextWidths widths;
  private int clips;

  SvgInk(Function<Tone, Color> colors, TextWidths widths) {
    this.colors = colors;
    this.widths = widths;
  }

  /// The file with all that was drawn.
  String document(double width, double height, Caption caption) {
    return String.format(
            Locale.ROOT,
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <svg xmlns="http://www.w3.org/2000/svg" width="%1$s" height="%2$s" \
            viewBox="0 0 %1$s %2$s" role="img" font-family="Inter, system-ui, sans-serif">
            <title>%3$s</title>
            <desc>%4$s</desc>
            """,
            number(width),
            number(height),
            escaped(caption.title()),
            escaped(caption.about()))
        + out
        + "</svg>\n";
  }

  @Override
  public void line(Spot from, Spot to, Stroke stroke) {
    put("<path d=\"M%s %sL%s %s\"%s/>", from.x(), from.y(), to.x(), to.y(), stroked(stroke));
  }

  @Override
  public void curve(Curve curve, Stroke stroke) {
    put("<path d=\"M%s %s", curve.start().x(), curve.start().y());
    for (Curve.Piece piece : curve.pieces()) {
      Spot first = piece.first();
      Spot second = piece.second();
      Spot end = piece.end();
      put("C%s %s %s %s %s %s", first.x(), first.y(), second.x(), second.y(), end.x(), end.y());
    }
    put("\"%s/>", stroked(stroke));
  }

  @Override
  public void disc(Spot middle, double radius, Tone tone) {
    put(
        "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\"/>",
        middle.x(), middle.y(), radius, hex(tone));
  }

  @Override
  public void ring(Spot middle, double radius, Stroke stroke) {
    put(
        "<circle cx=\"%s\" cy=\"%s\" r=\"%s\"%s/>",
        middle.x(), middle.y(), radius, stroked(stroke));
  }

  @Override
  public void pill(Box box, double radius, Tone tone) {
    put("<rect%s rx=\"%s\" fill=\"%s\"/>", area(box), radius, hex(tone));
  }

  @Override
  public void frame(Box box, double radius, Stroke stroke) {
    put("<rect%s rx=\"%s\"%s/>", area(box), radius, stroked(stroke));
  }

  @Override
  public void text(Spot at, String text, Face face, Tone tone) {
    if (!text.isEmpty()) {
      put(
          "<text x=\"%s\" y=\"%s\" font-size=\"%s\" font-weight=\"%s\" fill=\"%s\">%s</text>",
          at.x(), at.y(), face.size(), face.weight(), hex(tone), escaped(text));
    }
  }

  @Override
  public void within(Box box, Runnable drawing) {
    String clip = "clip" + ++clips;
    put(
        "<clipPath id=\"%s\"><rect%s/></clipPath><g clip-path=\"url(#%s)\">",
        clip, area(box), clip);
    drawing.run();
    put("</g>");
  }

  @Override
  public void shifted(double dx, double dy, Runnable drawing) {
    put("<g transform=\"translate(%s %s)\">", dx, dy);
    drawing.run();
    put("</g>");
  }

  @Override
  public void faded(double opacity, Runnable drawing) {
    put("<g opacity=\"%s\">", opacity);
    drawing.run();
    put("</g>");
  }

  @Override
  public TextWidths widths() {
    return widths;
  }

  private void put(String form, Object... parts) {
    Object[] texts = new Object[parts.length];
    for (int at = 0; at < parts.length; at++) {
      texts[at] = parts[at] instanceof Double number ? number(number) : parts[at];
    }
    out.append(String.format(Locale.ROOT, form, texts)).append('\n');
  }

  private static String area(Box box) {
    return String.format(
        Locale.ROOT,
        " x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"",
        number(box.x()),
        number(box.y()),
        number(box.width()),
        number(box.height()));
  }

  private String stroked(Stroke stroke) {
    String dash = stroke.dash() > 0 ? " stroke-dasharray=\"" + number(stroke.dash()) + "\"" : "";
    return String.format(
        Locale.ROOT,
        " fill=\"none\" stroke=\"%s\" stroke-width=\"%s\"%s",
        hex(stroke.tone()),
        number(stroke.width()),
        dash);
  }

  private String hex(Tone tone) {
    Color color = colors.apply(tone);
    return String.format(
        Locale.ROOT,
        "#%02x%02x%02x",
        Math.round(color.getRed() * 255),
        Math.round(color.getGreen() * 255),
        Math.round(color.getBlue() * 255));
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.valueOf((long) value)
        : String.valueOf(Math.round(value * 100) / 100.0);
  }

  /// What XML 1.0 cannot hold becomes a space.
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(point -> {
          switch (point) {
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '&' -> escaped.append("&amp;");
            case '"' -> escaped.append("&quot;");
            default -> escaped.appendCodePoint(isXml(point) ? point : ' ');
          }
        });
    return escaped.toString();
  }

  private static boolean isXml(int point) {
    return point == '\t'
        || (point >= 0x20 && point <= 0xd7ff)
        || (point >= 0xe000 && point <= 0xfffd)
        || point >= 0x10000;
  }
}
