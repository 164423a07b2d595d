package dev.flotilla.app.desktop.transfer;

import dev.flotilla.openfeature.proposal.ProposedField;
import dev.flotilla.openfeature.proposal.ProposedItem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// One flag, environment or tag set of the preview, with what was chosen for it. What only one side
/// changed is chosen at first; where both did, the workspace stays as it is, and nothing is
/// deleted.
final class ImportRow {
  private final ProposedItem item;
  private final BooleanProperty chosen;
  private final Map<String, BooleanProperty> taken = new LinkedHashMap<>();

  private final boolean isNews;

  ImportRow(ProposedItem item) {
    this(item, false);
  }

  /// @param isNews whether somebody changed it while it was looked at; then it has to be chosen
  ///   again
  ImportRow(ProposedItem item, boolean isNews) {
    this.item = item;
    this.isNews = isNews;
    this.chosen =
        new SimpleBooleanProperty(
            !isNews && !item.conflict() && item.kind() != ProposedItem.Kind.REMOVED);
    for (ProposedField field : item.fields()) {
      if (field.conflict()) {
        taken.put(field.field(), new SimpleBooleanProperty(false));
      }
    }
  }

  ProposedItem item() {
    return item;
  }

  boolean isNews() {
    return isNews;
  }

  /// Whether it is imported at all.
  BooleanProperty chosenProperty() {
    return chosen;
  }

  /// Whether a field that both sides changed becomes what the file says.
  BooleanProperty takenProperty(String field) {
    return Objects.requireNonNull(taken.get(field), field);
  }

  /// Whether both sides changed this field.
  boolean asks(String field) {
    return taken.containsKey(field);
  }

  boolean isTaken(ProposedField field) {
    BooleanProperty choice = taken.get(field.field());
    return choice != null && choice.get();
  }

  /// Settles all that both sides changed.
  void settle(boolean take) {
    taken.values().forEach(choice -> choice.set(take));
    if (item.conflict()) {
      chosen.set(take);
    }
  }

  /// How many conflicts stay as they are here.
  long keptHere() {
    return (item.conflict() && !chosen.get() ? 1 : 0)
        + taken.values().stream().filter(choice -> !choice.get()).count();
  }

  /// Whether importing does anything about it.
  boolean does() {
    return chosen.get() && !item.edits(this::isTaken).isEmpty();
  }
}
