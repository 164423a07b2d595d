package dev.flotilla.net.node;

import dev.flotilla.net.Subscription;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Whoever wants to know of something. Any thread; one listener's mistake is not another's.
final class Listeners<T> {
  private final List<Registration<T>> registrations = new CopyOnWriteArrayList<>();

  Subscription add(Consumer<? super T> listener) {
    var registration = new Registration<T>(listener);
    registrations.add(registration);
    return () -> registrations.remove(registration);
  }

  /// Whether nobody wants to know: then nothing needs to be worked out.
  boolean isEmpty() {
    return registrations.isEmpty();
  }

  void tell(T news) {
    for (var registration : registrations) {
      try {
        registration.listener.accept(news);
      } catch (RuntimeException | Error e) {
        System.getLogger(Listeners.class.getName()).log(Level.ERROR, "A listener failed", e);
      }
    }
  }

  /// Compared by identity, so that one listener may register twice.
  private static final class Registration<T> {
    private final Consumer<? super T> listener;

    Registration(Consumer<? super T> listener) {
      this.listener = listener;
    }
  }
}
