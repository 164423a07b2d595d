package dev.flotilla.app.desktop.fx;

import java.lang.ref.WeakReference;
import java.util.function.Consumer;
import javafx.beans.WeakListener;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;

/// Follows what outlives the follower: tables drop cells without a word, and whoever listens for
/// them must not keep them.
///
/// Thread: FX.
public final class Weakly {
  private Weakly() {}

  /// Tells `owner` of every change of `value` for as long as somebody else keeps it.
  ///
  /// @param told must not know the owner otherwise, or it would keep it
  public static <O> void follow(O owner, ObservableValue<?> value, Consumer<O> told) {
    value.addListener(new Listener<>(new WeakReference<>(owner), told));
  }

  private record Listener<O>(WeakReference<O> owner, Consumer<O> told)
      implements ChangeListener<Object>, WeakListener {
    @Override
    public void changed(ObservableValue<?> value, Object before, Object now) {
      O here = owner.get();
      if (here == null) {
        value.removeListener(this);
      } else {
        told.accept(here);
      }
    }

    @Override
    public boolean wasGarbageCollected() {
      return owner.get() == null;
    }
  }
}
