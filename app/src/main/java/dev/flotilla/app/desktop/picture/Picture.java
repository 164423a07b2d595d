package dev.flotilla.app.desktop.picture;

import dev.flotilla.app.desktop.theme.Theme;
import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.transform.Transform;
import javafx.util.Subscription;

/// A window as an image, drawn without a stage: larger than the screen is no problem.
public final class Picture {
  /// Size of the windows in pictures, in pixels.
  public static final double WIDTH = 1280;

  public static final double HEIGHT = 800;

  /// Tables learn their size in the first layout and fill themselves in the next ones.
  private static final int LAYOUT_ROUNDS = 3;

  private final Image image;

  private Picture(Image image) {
    this.image = image;
  }

  /// Draws `root` in a scene of its own. To be called on the FX thread.
  public static Picture of(Parent root, Theme theme) {
    return of(root, theme, () -> {});
  }

  /// Draws `root` after `prepare` ran in the finished scene, for instance to open a dialog.
  public static Picture of(Parent root, Theme theme, Runnable prepare) {
    return of(root, theme, WIDTH, HEIGHT, prepare);
  }

  /// Draws `root` in another size, in pixels.
  public static Picture of(
      Parent root, Theme theme, double width, double height, Runnable prepare) {
    return of(root, theme, width, height, 1, prepare);
  }

  /// Draws `root` as a screen with more pixels would.
  ///
  /// @param scale pixels of the picture for each pixel of the window
  public static Picture of(
      Parent root, Theme theme, double width, double height, double scale, Runnable prepare) {
    Scene scene = new Scene(root, width, height);
    Subscription dressed = theme.dress(scene);
    layOut(root);
    prepare.run();
    Image image = scene.snapshot(null);
    for (int round = 0; round < LAYOUT_ROUNDS; round++) {
      layOut(root);
      image = scene.snapshot(null);
    }
    if (scale != 1) {
      SnapshotParameters larger = new SnapshotParameters();
      larger.setTransform(Transform.scale(scale, scale));
      image = root.snapshot(larger, null);
    }
    dressed.unsubscribe();
    return new Picture(image);
  }

  private static void layOut(Parent root) {
    root.applyCss();
    root.layout();
  }

  /// Writes the image as PNG; any thread.
  public void write(Path png) throws IOException {
    Png.write(image, png);
  }
}
