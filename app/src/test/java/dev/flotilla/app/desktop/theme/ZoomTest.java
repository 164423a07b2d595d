package dev.flotilla.app.desktop.theme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.UiTest;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@UiTest
class ZoomTest {
  @BeforeAll
  static void start() throws Exception {
    UiTest.Fx.start();
  }

  @Test
  void largerTextLeavesTheContentLessRoomAndFillsTheWindow() throws Exception {
    UiTest.Fx.run(() -> {
      Theme theme = new Theme(ThemeChoice.LIGHT);
      StackPane content = new StackPane();
      Zoom zoom = theme.zoomed(content);
      var _ = new Scene(zoom, 1300, 650);
      theme.textSizeProperty().set(TextSize.LARGER);
      zoom.layout();

      assertThat(content.getWidth()).isEqualTo(1000);
      assertThat(content.getHeight()).isEqualTo(500);
      assertThat(content.getBoundsInParent().getWidth()).isEqualTo(1300);
    });
  }

  @Test
  void whoAsksForLessMotionGetsNone() throws Exception {
    UiTest.Fx.run(() -> {
      Motion motion = new Motion();
      motion.choiceProperty().set(MotionChoice.REDUCED);
      assertThat(motion.allowed()).isFalse();

      motion.choiceProperty().set(MotionChoice.FULL);
      assertThat(motion.allowed()).isTrue();
    });
  }
}
