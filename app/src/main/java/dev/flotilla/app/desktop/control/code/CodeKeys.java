package dev.flotilla.app.desktop.control.code;

import dev.flotilla.app.desktop.control.code.CodeTyping.Typed;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;

/// The keys of a code field beyond those of every text.
final class CodeKeys {
  private static final KeyCombination FORMAT =
      new KeyCodeCombination(KeyCode.F, KeyCombination.ALT_DOWN, KeyCombination.SHIFT_DOWN);

  private final CodeArea area;
  private final Runnable format;
  private final Runnable nextMark;

  CodeKeys(CodeArea area, Runnable format, Runnable nextMark) {
    this.area = area;
    this.format = format;
    this.nextMark = nextMark;
  }

  void install() {
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    area.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.TAB && !event.isShortcutDown()) {
      area.requestFocusTraversal(
          event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
      event.consume();
    } else if (FORMAT.match(event)) {
      format.run();
      event.consume();
    } else if (event.getCode() == KeyCode.F8) {
      nextMark.run();
      event.consume();
    } else if (isEnter(event) && area.isEditable()) {
      put(CodeTyping.newLine(area.getText(), area.getSelection().getStart()));
      event.consume();
    }
  }

  private static boolean isEnter(KeyEvent event) {
    return event.getCode() == KeyCode.ENTER && !event.isShortcutDown() && !event.isAltDown();
  }

  private void typed(KeyEvent event) {
    String typed = event.getCharacter();
    if (typed.equals("\t")) {
      // The key that brought the focus here.
      event.consume();
    } else if (typed.length() == 1 && area.isEditable() && area.getSelection().getLength() == 0) {
      Typed more = CodeTyping.character(area.getText(), area.getCaretPosition(), typed.charAt(0));
      if (more != null) {
        put(more);
        event.consume();
      }
    }
  }

  private void put(Typed typed) {
    int start = area.getSelection().getStart();
    area.replaceText(start, area.getSelection().getEnd() + typed.replaced(), typed.text());
    area.moveTo(start + typed.caret());
    area.requestFollowCaret();
  }
}
