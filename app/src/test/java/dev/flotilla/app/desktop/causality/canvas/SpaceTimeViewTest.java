package dev.flotilla.app.desktop.causality.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.Event;
import dev.flotilla.app.causality.MadeHistories;
import dev.flotilla.app.causality.layout.SpaceTime;
import dev.flotilla.app.causality.layout.SpaceTimeLayout;
import dev.flotilla.app.causality.layout.Wanted;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.UiTest;
import dev.flotilla.app.desktop.picture.Picture;
import dev.flotilla.app.desktop.theme.Theme;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

@UiTest
class SpaceTimeViewTest {
  private static final Caption CAPTION = new Caption("Who saw <what>", "5 machines & 60 changes");

  private final CausalHistory history = CausalHistory.of(MadeHistories.of(3, 5, 60, 0.4));
  private final SpaceTime diagram = SpaceTimeLayout.of(history, Wanted.ALL);

  @BeforeAll
  static void start() throws Exception {
    UiTest.Fx.start();
  }

  @Test
  void theDrawingIsXmlWithEveryMachineInIt() throws Exception {
    String svg = UiTest.Fx.get(() -> shown().svg(CAPTION));

    Document document =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
    assertThat(document.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("Who saw <what>");
    assertThat(svg).contains("Machine 0", "Machine 4", "5 machines &amp; 60 changes");
    assertThat(document.getElementsByTagName("circle").getLength())
        .isGreaterThanOrEqualTo(
            (int) diagram.marks().stream().filter(mark -> !mark.isRun()).count());
  }

  @Test
  void thePictureHasTwiceThePixelsAndIsNeverTooHighForAGraphicsCard() throws Exception {
    Image few = UiTest.Fx.get(() -> shown().image(CAPTION));
    Image many =
        UiTest.Fx.get(() -> {
          SpaceTimeView view = shown();
          CausalHistory lengthy = CausalHistory.of(MadeHistories.of(3, 5, 2000, 0.4));
          view.diagramProperty().set(SpaceTimeLayout.of(lengthy, Wanted.ALL));
          return view.image(CAPTION);
        });

    assertThat(few.getWidth() % 2).isZero();
    assertThat(few.getHeight()).isGreaterThan(diagram.rows() * Viewport.ROW);
    assertThat(many.getHeight()).isBetween(4000.0, 8192.0);
  }

  @Test
  void theArrowsGoFromMarkToMarkAndSayWhereTheyAre() throws Exception {
    UiTest.Fx.run(() -> {
      SpaceTimeView view = shown();
      press(view, KeyCode.DOWN);
      assertThat(view.selectedProperty().get()).isEqualTo(ref(diagram.marks().size() - 1));

      press(view, KeyCode.HOME);
      int lane = diagram.marks().getLast().column();
      int first = new Columns(diagram).mark(lane, 0).last();
      assertThat(view.selectedProperty().get()).isEqualTo(history.event(first).ref());
      assertThat(view.getAccessibleText()).contains(history.event(first).machine());

      press(view, KeyCode.ESCAPE);
      assertThat(view.selectedProperty().get()).isNull();
    });
  }

  private dev.flotilla.net.change.ChangeRef ref(int mark) {
    return history.event(diagram.marks().get(mark).last()).ref();
  }

  private static void press(SpaceTimeView view, KeyCode code) {
    view.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
  }

  /// Laid out and with the colours of the theme.
  private SpaceTimeView shown() {
    SpaceTimeView view = new SpaceTimeView(Sketches.TEXTS, new Words());
    view.diagramProperty().set(diagram);
    Picture.of(view, new Theme(ThemeChoice.LIGHT));
    return view;
  }

  private static final class Words implements MarkWords {
    @Override
    public String headline(Event event) {
      return "Change " + event.number();
    }

    @Override
    public String time(Event event) {
      return "9:41";
    }
  }
}
