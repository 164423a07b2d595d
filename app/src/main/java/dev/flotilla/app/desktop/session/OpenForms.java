package dev.flotilla.app.desktop.session;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The forms of all entities of one kind, by key, one of them open. A form stays as long as its
/// entity does, and shows what is new of it.
///
/// Thread: FX.
///
/// @param <E> an entity as it reads now
/// @param <F> its form
public final class OpenForms<E, F extends OpenForms.Form<E>> {
  private final Function<E, String> key;
  private final Function<E, F> make;
  private final ObservableList<F> all = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable F> open = new SimpleObjectProperty<>();
  private String awaited = "";

  /// What is edited of one entity.
  public interface Form<E> {
    /// The key of the entity, which never changes.
    String key();

    /// What is shown.
    E shown();

    /// Shows a newer state of the same entity.
    void show(E newer);
  }

  /// @param make makes the form of an entity that was not there before
  public OpenForms(Function<E, String> key, Function<E, F> make) {
    this.key = key;
    this.make = make;
  }

  /// By key.
  public ObservableList<F> all() {
    return all;
  }

  /// The form that is open; null for none.
  public ObjectProperty<@Nullable F> openProperty() {
    return open;
  }

  /// Opens the entity of this key once it is there.
  public void await(String wanted) {
    awaited = wanted;
  }

  /// Shows the newest entities, sorted by key.
  public void show(List<E> newest) {
    Set<String> keys = newest.stream().map(key).collect(Collectors.toSet());
    F opened = open.get();
    int place = all.indexOf(opened);
    all.removeIf(form -> !keys.contains(form.key()));
    for (int at = 0; at < newest.size(); at++) {
      E entity = newest.get(at);
      if (at < all.size() && all.get(at).key().equals(key.apply(entity))) {
        if (!all.get(at).shown().equals(entity)) {
          all.get(at).show(entity);
        }
      } else {
        all.add(at, make.apply(entity));
      }
    }
    choose(opened, place);
  }

  // Where the open one was deleted, its neighbour opens.
  private void choose(@Nullable F opened, int place) {
    for (F form : all) {
      if (form.key().equals(awaited)) {
        awaited = "";
        open.set(form);
        return;
      }
    }
    if (opened == null || !all.contains(opened)) {
      open.set(all.isEmpty() ? null : all.get(Math.clamp(place, 0, all.size() - 1)));
    }
  }
}
