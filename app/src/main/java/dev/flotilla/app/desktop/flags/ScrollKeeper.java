package dev.flotilla.app.desktop.flags;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.skin.VirtualFlow;

/// Keeps the rows that somebody looks at where they are while others add and delete flags above
/// them. Whoever looks at the beginning of the table sees what comes in there.
final class ScrollKeeper {
  private final FlagTableViewModel model;
  private final Supplier<Optional<VirtualFlow<?>>> flow;

  ScrollKeeper(FlagTableViewModel model, Supplier<Optional<VirtualFlow<?>>> flow) {
    this.model = model;
    this.flow = flow;
  }

  void install() {
    model
        .shown()
        .addListener(
            (ListChangeListener<FlagRow>)
                _ -> {
                  if (model.isMerging()) {
                    flow.get().ifPresent(this::keep);
                  }
                });
  }

  private void keep(VirtualFlow<?> shown) {
    IndexedCell<?> first = shown.getFirstVisibleCell();
    if (first == null || shown.getPosition() <= 0 || !(first.getItem() instanceof FlagRow row)) {
      return;
    }
    int before = first.getIndex();
    int now = model.shown().at(row);
    if (now >= 0 && now != before) {
      double hidden = -first.getLayoutY();
      shown.setCellCount(model.shown().size());
      shown.scrollToTop(now);
      shown.scrollPixels(hidden);
    }
  }
}
