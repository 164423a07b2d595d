package dev.flotilla.app.desktop.causality.canvas;

import java.util.function.Function;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;

/// Draws on the screen.
///
/// Thread: FX.
final class CanvasInk implements Ink {
  private final GraphicsContext graphics;
  private final Function<Tone, Color> colors;
  private final TextWidths widths;

  CanvasInk(GraphicsContext graphics, Function<Tone, Color> colors, TextWidths widths) {
    this.graphics = graphics;
    this.colors = colors;
    this.widths = widths;
    graphics.setLineCap(StrokeLineCap.BUTT);
  }

  private void take(Stroke stroke) {
    graphics.setStroke(colors.apply(stroke.tone()));
    graphics.setLineWidth(stroke.width());
    if (stroke.dash() > 0) {
      graphics.setLineDashes(stroke.dash());
    } else {
      graphics.setLineDashes((double[]) null);
    }
  }

  private void take(Tone tone) {
    graphics.setFill(colors.apply(tone));
  }

  @Override
  public void line(Spot from, Spot to, Stroke stroke) {
    take(stroke);
    graphics.strokeLine(from.x(), from.y(), to.x(), to.y());
  }

  @Override
  public void curve(Curve curve, Stroke stroke) {
    take(stroke);
    graphics.beginPath();
    graphics.moveTo(curve.start().x(), curve.start().y());
    for (Curve.Piece piece : curve.pieces()) {
      Spot first = piece.first();
      Spot second = piece.second();
      Spot end = piece.end();
      graphics.bezierCurveTo(first.x(), first.y(), second.x(), second.y(), end.x(), end.y());
    }
    graphics.stroke();
  }

  @Override
  public void disc(Spot middle, double radius, Tone tone) {
    take(tone);
    graphics.fillOval(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius);
  }

  @Override
  public void ring(Spot middle, double radius, Stroke stroke) {
    take(stroke);
    graphics.strokeOval(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius);
  }

  @Override
  public void pill(Box box, double radius, Tone tone) {
    take(tone);
    if (radius == 0) {
      graphics.fillRect(box.x(), box.y(), box.width(), box.height());
    } else {
      graphics.fillRoundRect(box.x(), box.y(), box.width(), box.height(), 2 * radius, 2 * radius);
    }
  }

  @Override
  public void frame(Box box, double radius, Stroke stroke) {
    take(stroke);
    graphics.strokeRoundRect(box.x(), box.y(), box.width(), box.height(), 2 * radius, 2 * radius);
  }

  @Override
  public void text(Spot at, String text, Face face, Tone tone) {
    take(tone);
    graphics.setFont(widths.font(face));
    graphics.fillText(text, at.x(), at.y());
  }

  @Override
  public void within(Box box, Runnable drawing) {
    graphics.save();
    graphics.beginPath();
    graphics.rect(box.x(), box.y(), box.width(), box.height());
    graphics.clip();
    drawing.run();
    graphics.restore();
  }

  @Override
  public void shifted(double dx, double dy, Runnable drawing) {
    graphics.save();
    graphics.translate(dx, dy);
    drawing.run();
    graphics.restore();
  }

  @Override
  public void faded(double opacity, Runnable drawing) {
    double before = graphics.getGlobalAlpha();
    graphics.setGlobalAlpha(before * opacity);
    drawing.run();
    graphics.setGlobalAlpha(before);
  }

  @Override
  public TextWidths widths() {
    return widths;
  }
}
