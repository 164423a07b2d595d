package dev.flotilla.app.desktop.control.code;

import javafx.event.Event;
import javafx.scene.Parent;
import javafx.scene.input.ScrollEvent;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;

/// Gives the wheel back to what is around the field where the field itself has nothing to scroll:
/// else a page stops under the pointer.
final class CodeScrolling {
  private final CodeArea area;
  private final VirtualizedScrollPane<CodeArea> scroll;

  CodeScrolling(CodeArea area, VirtualizedScrollPane<CodeArea> scroll) {
    this.area = area;
    this.scroll = scroll;
  }

  void install() {
    scroll.addEventFilter(
        ScrollEvent.SCROLL,
        event -> {
          Parent around = scroll.getParent();
          if (around != null && event.getDeltaX() == 0 && isAtEnd(event.getDeltaY())) {
            event.consume();
            Event.fireEvent(around, event.copyFor(around, around));
          }
        });
  }

  private boolean isAtEnd(double delta) {
    double at = area.getEstimatedScrollY();
    double last = area.getTotalHeightEstimate() - area.getViewportHeight();
    return delta > 0 ? at <= 0 : at >= last - 1;
  }
}
