package dev.flotilla.app.desktop.control.code;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.openfeature.json.JsonText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.util.UndoUtils;
import org.kordamp.ikonli.feather.Feather;

/// JSON that is written by hand: coloured, with line numbers, with marks where something is wrong,
/// and as high as its text within limits. The control that is typed into has the id of the field.
///
/// Tab goes on to the next control, as in every field. Alt+Shift+F lays the text out, F8 goes to
/// the next mark.
///
/// Thread: FX.
public final class CodeField extends VBox {
  private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
  private static final double LINE_HEIGHT = 19;
  private static final double PADDING = 12;
  private static final int ROWS_MIN = 3;
  private static final int ROWS_MAX = 16;

  private final CodeArea area = new CodeArea();
  private final VirtualizedScrollPane<CodeArea> scroll = new VirtualizedScrollPane<>(area);
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<List<CodeMark>> marks =
      new ReadOnlyObjectWrapper<>(List.of());
  private final CodeColours colours = new CodeColours(area);
  private final Texts texts;
  private Function<String, List<CodeMark>> check = _ -> List.of();
  private List<JsonToken> tokens = List.of();
  private int rowsMin = ROWS_MIN;
  private int rowsMax = ROWS_MAX;

  public CodeField(String id, String name, Texts texts) {
    super(Space.TIGHT);
    this.texts = texts;
    getStyleClass().add("code-editor");
    area.setId(id);
    area.setAccessibleRole(AccessibleRole.TEXT_AREA);
    area.setAccessibleText(name);
    area.setUndoManager(UndoUtils.plainTextUndoManager(area));
    area.setParagraphGraphicFactory(new CodeGutter(area, marks.getReadOnlyProperty()));
    new CodeKeys(area, this::format, this::toNextMark).install();
    new CodeScrolling(area, scroll).install();
    StackPane frame = new StackPane(scroll, formatButton(id));
    frame.getStyleClass().add("code-field");
    frame.setPadding(new Insets(1));
    getChildren()
        .addAll(frame, new CodeProblems(id, marks.getReadOnlyProperty(), this::goTo, texts));
    var _ =
        area.multiPlainChanges()
            .subscribe(changes -> {
              changes.forEach(colours::edited);
              typed(area.getText());
            });
    text.subscribe((Consumer<String>) this::show);
    area.caretPositionProperty().addListener((_, _, _) -> colour());
    area.focusedProperty()
        .addListener((_, _, focused) -> {
          colour();
          if (!focused) {
            colours.renew();
          }
        });
    marks.subscribe(
        found -> frame.pseudoClassStateChanged(DANGER, found.stream().anyMatch(CodeMark::isError)));
    resizeToText();
  }

  /// What is written; may be set.
  public StringProperty textProperty() {
    return text;
  }

  /// What is wrong with the text now, in its order.
  public ReadOnlyObjectProperty<List<CodeMark>> marksProperty() {
    return marks.getReadOnlyProperty();
  }

  /// Whether the text is being typed into.
  public ReadOnlyBooleanProperty typingProperty() {
    return area.focusedProperty();
  }

  /// Grows with its text from `min` to `max` lines.
  public CodeField rows(int min, int max) {
    rowsMin = min;
    rowsMax = max;
    resizeToText();
    return this;
  }

  /// Looks at the text whenever it changes: what `newCheck` finds is marked.
  public CodeField check(Function<String, List<CodeMark>> newCheck) {
    check = newCheck;
    recheck();
    return this;
  }

  /// Looks at the text again, because something else changed that the check depends on.
  public void recheck() {
    List<CodeMark> found = new ArrayList<>(check.apply(text.get()));
    found.sort(Comparator.comparingInt(CodeMark::line).thenComparingInt(CodeMark::column));
    marks.set(List.copyOf(found));
    colour();
  }

  /// A text that can be read and copied only.
  public CodeField readOnly() {
    area.setEditable(false);
    return this;
  }

  @Override
  public void requestFocus() {
    area.requestFocus();
  }

  /// Lays the text out; goes to the error if it is no JSON.
  public void format() {
    var error = JsonText.parseError(text.get());
    if (error.isPresent()) {
      goTo(error.get().line(), error.get().column());
      return;
    }
    String laidOut = JsonText.pretty(text.get());
    if (area.isEditable() && !laidOut.equals(text.get())) {
      int caret = CodePlaces.sameInk(text.get(), area.getCaretPosition(), laidOut);
      area.replaceText(laidOut);
      area.moveTo(caret);
    }
  }

  private Button formatButton(String id) {
    Button button = Buttons.icon(id + "-format", Feather.ALIGN_LEFT, texts.of("code.format"));
    button.getStyleClass().add("code-action");
    button.setOnAction(_ -> {
      format();
      area.requestFocus();
    });
    button.visibleProperty().bind(area.editableProperty().and(text.isNotEmpty()));
    StackPane.setAlignment(button, Pos.TOP_RIGHT);
    StackPane.setMargin(button, new Insets(Space.TIGHT, Space.MEDIUM, 0, 0));
    return button;
  }

  private void typed(String now) {
    tokens = JsonTokens.of(now);
    text.set(now);
    resizeToText();
    recheck();
  }

  private void show(String newest) {
    if (!newest.equals(area.getText())) {
      area.replaceText(newest);
      area.moveTo(0);
      area.getUndoManager().forgetHistory();
    }
  }

  private void toNextMark() {
    List<CodeMark> all = marks.get();
    if (!all.isEmpty()) {
      int caret = area.getCaretPosition();
      CodeMark next =
          all.stream()
              .filter(mark -> CodePlaces.offset(text.get(), mark.line(), mark.column()) > caret)
              .findFirst()
              .orElse(all.getFirst());
      goTo(next.line(), next.column());
    }
  }

  private void goTo(CodeMark mark) {
    goTo(mark.line(), mark.column());
  }

  private void goTo(int line, int column) {
    area.requestFocus();
    area.moveTo(CodePlaces.offset(text.get(), line, column));
    area.requestFollowCaret();
  }

  private void colour() {
    String now = area.getText();
    if (!now.equals(text.get())) {
      return;
    }
    List<CodeStyles.Piece> pieces = new ArrayList<>();
    for (CodeMark mark : marks.get()) {
      int offset = CodePlaces.offset(now, mark.line(), mark.column());
      JsonToken token = CodePlaces.around(tokens, offset);
      if (token != null) {
        pieces.add(
            new CodeStyles.Piece(
                token.start(), token.end(), mark.isError() ? "code-error" : "code-warning"));
      }
    }
    if (area.isFocused()) {
      addBrackets(now, pieces);
    }
    colours.show(now.length(), tokens, pieces);
  }

  private void addBrackets(String now, List<CodeStyles.Piece> pieces) {
    int caret = area.getCaretPosition();
    for (int at : new int[] {caret, caret - 1}) {
      if (at >= 0 && at < now.length()) {
        var partner = JsonTokens.partner(now, tokens, at);
        if (partner.isPresent()) {
          int other = partner.getAsInt();
          pieces.add(new CodeStyles.Piece(at, at + 1, "code-bracket"));
          pieces.add(new CodeStyles.Piece(other, other + 1, "code-bracket"));
          return;
        }
      }
    }
  }

  private void resizeToText() {
    int lines = Math.clamp(area.getParagraphs().size(), rowsMin, rowsMax);
    double height = lines * LINE_HEIGHT + PADDING;
    scroll.setMinHeight(height);
    scroll.setPrefHeight(height);
  }
}
