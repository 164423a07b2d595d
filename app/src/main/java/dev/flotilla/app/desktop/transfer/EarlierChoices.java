package dev.flotilla.app.desktop.transfer;

import dev.flotilla.model.EntityId;
import dev.flotilla.openfeature.proposal.ProposedField;
import dev.flotilla.openfeature.proposal.ProposedItem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What was chosen in an earlier preview, and what has changed here since it was made. What was
/// chosen holds for what has not; the rest has to be looked at again.
final class EarlierChoices {
  /// Of a first preview.
  static final EarlierChoices NONE = new EarlierChoices(List.of(), Set.of());

  private final Map<EntityId, ImportRow> earlier = new HashMap<>();
  private final Set<EntityId> since;

  EarlierChoices(List<ImportRow> earlier, Set<EntityId> since) {
    earlier.forEach(row -> this.earlier.put(row.item().entity(), row));
    this.since = since;
  }

  ImportRow row(ProposedItem item) {
    boolean isNews = isNews(item);
    ImportRow row = new ImportRow(item, isNews);
    ImportRow before = earlier.get(item.entity());
    if (before != null && !isNews) {
      row.chosenProperty().set(before.chosenProperty().get());
      for (ProposedField field : item.fields()) {
        if (field.conflict() && before.asks(field.field())) {
          row.takenProperty(field.field()).set(before.takenProperty(field.field()).get());
        }
      }
    }
    return row;
  }

  /// The keys of what was to be imported and has changed, in the order of the preview.
  List<String> changed(List<ProposedItem> items) {
    return items.stream().filter(this::isNews).map(ProposedItem::key).toList();
  }

  private boolean isNews(ProposedItem item) {
    return since.contains(item.entity()) && earlier.containsKey(item.entity());
  }
}
