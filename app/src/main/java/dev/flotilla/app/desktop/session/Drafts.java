package dev.flotilla.app.desktop.session;

import dev.flotilla.app.desktop.form.Place;
import dev.flotilla.model.EntityId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/// What was typed and is not saved, by where it belongs. A draft outlives the form and the window
/// that it was typed in; it ends when it is saved or dropped.
///
/// Thread: FX.
public final class Drafts {
  /// What a form needs to go on where it was left.
  public interface Draft {}

  private final Map<Place, Draft> drafts = new LinkedHashMap<>();
  private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();

  /// Changes whenever there is a draft where there was none, or none any more.
  public ReadOnlyLongProperty versionProperty() {
    return version.getReadOnlyProperty();
  }

  public Optional<Draft> at(Place place) {
    return Optional.ofNullable(drafts.get(place));
  }

  public void keep(Place place, Draft draft) {
    if (drafts.put(place, draft) == null) {
      tell();
    }
  }

  public void drop(Place place) {
    if (drafts.remove(place) != null) {
      tell();
    }
  }

  /// Drops those of an entity whose field is not there any more: nobody could come back to them.
  public void keepOnly(EntityId entity, Predicate<String> fields) {
    if (drafts
        .keySet()
        .removeIf(place -> place.entity().equals(entity) && !fields.test(place.field()))) {
      tell();
    }
  }

  /// The fields of an entity that have drafts, the first one first.
  public List<String> of(EntityId entity) {
    return drafts.keySet().stream()
        .filter(place -> place.entity().equals(entity))
        .map(Place::field)
        .toList();
  }

  private void tell() {
    version.set(version.get() + 1);
  }
}
