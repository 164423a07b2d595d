package dev.flotilla.app.desktop.causality.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.Event;
import dev.flotilla.app.causality.MadeHistories;
import dev.flotilla.app.causality.layout.Mark;
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
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.transform.Scale;
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

  /// A hundred lanes in full size were half a gigabyte.
  @Test
  void aPictureOfManyLanesIsNoLargerThanMemoryAllows() throws Exception {
    WholePicture picture =
        UiTest.Fx.get(() -> {
          SpaceTimeView view = shown();
          CausalHistory wide = CausalHistory.of(MadeHistories.of(3, 100, 3000, 0.4));
          view.diagramProperty().set(SpaceTimeLayout.of(wide, Wanted.ALL));
          return view.whole();
        });

    double scale = picture.scale();
    assertThat(scale).isBetween(1.0, 2.0);
    assertThat(picture.width() * picture.height() * scale * scale).isLessThan(25_000_000);
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

  /// Whatever asks for a change also opens the page: the view has no size yet.
  @Test
  void whatIsRevealedBeforeTheViewHasASizeIsInItOnceItHas() throws Exception {
    UiTest.Fx.run(() -> {
      SpaceTime many =
          SpaceTimeLayout.of(CausalHistory.of(MadeHistories.of(3, 40, 2000, 0.4)), Wanted.ALL);
      SpaceTimeView view = new SpaceTimeView(Sketches.TEXTS, new Words());
      view.diagramProperty().set(many);
      Mark middle = many.marks().get(many.marks().size() / 2);

      view.reveal(many.history().event(middle.last()).ref());
      Picture.of(view, new Theme(ThemeChoice.LIGHT));

      Lens lens = view.lens();
      assertThat(lens.x(middle.column())).isBetween(0.0, view.getWidth());
      assertThat(lens.y(middle.row())).isBetween(20.0, view.getHeight() - 100);
    });
  }

  /// A canvas has as many pixels as it was given: larger texts were blurred in it alone.
  @Test
  void whereEverythingIsShownLargerThePictureIsAsSharpAsTheRest() throws Exception {
    UiTest.Fx.run(() -> {
      Sheet sheet = new Sheet();
      sheet.resize(100, 50);
      Group larger = new Group(sheet);
      larger.getTransforms().add(new Scale(1.3, 1.3));
      new Scene(new Group(larger), 400, 400);

      sheet.graphics();

      assertThat(sheet.pixels()).isEqualTo(130);
      assertThat(sheet.getChildrenUnmodifiable().getFirst().getBoundsInParent().getWidth())
          .isEqualTo(100);
    });
  }

  @Test
  void lanesThatHaveNoRoomAreReachedWithABarBelowThem() throws Exception {
    UiTest.Fx.run(() -> {
      SpaceTimeView few = shown();
      SpaceTimeView many = new SpaceTimeView(Sketches.TEXTS, new Words());
      many.diagramProperty()
          .set(SpaceTimeLayout.of(CausalHistory.of(MadeHistories.of(3, 40, 200, 0.4)), Wanted.ALL));
      Picture.of(many, new Theme(ThemeChoice.LIGHT));
      Node bar = many.lookup(".sideways");

      assertThat(few.lookup(".sideways").isVisible()).isFalse();
      assertThat(bar.isVisible()).isTrue();
      double before = many.lens().left();
      bar.fireEvent(pressed(bar.getLayoutBounds().getWidth() - 1));
      assertThat(many.lens().left()).isGreaterThan(before + 1000);
    });
  }

  private static MouseEvent pressed(double x) {
    return new MouseEvent(
        MouseEvent.MOUSE_PRESSED,
        x,
        4,
        x,
        4,
        MouseButton.PRIMARY,
        1,
        false,
        false,
        false,
        false,
        true,
        false,
        false,
        false,
        false,
        true,
        null);
  }

  @Test
  void aRunIsToldChangeByChangeBelowThePointer() throws Exception {
    UiTest.Fx.run(() -> {
      Tip tip = new Tip(new Canvas(), Sketches.TEXTS, new Words());
      Mark run = diagram.marks().stream().filter(Mark::isRun).findFirst().orElseThrow();
      long last = history.event(run.last()).number();

      assertThat(tip.text(diagram, run).lines())
          .startsWith(history.event(run.last()).machine())
          .hasSize(Math.min(run.count(), 6) + 1)
          .endsWith("9:41  Change " + last);
    });
  }

  @Test
  void namesThatDifferAtTheirEndsKeepTheseAndNoCharacterIsCutInTwo() throws Exception {
    UiTest.Fx.run(() -> {
      TextWidths widths = new TextWidths();

      assertThat(widths.abridged("Kiosk in the hall 19", Face.NAME, 80))
          .startsWith("Kiosk")
          .contains("…")
          .endsWith("19");
      String ships = "🚢".repeat(40);
      for (int room = 20; room < 200; room++) {
        assertThat(widths.abridged(ships, Face.NAME, room)).matches("(🚢)*…?(🚢)*");
        assertThat(widths.fitting(ships, Face.NAME, room)).matches("(🚢)*…?");
      }
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
