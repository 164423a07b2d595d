package dev.flotilla.app.desktop.causality.model;

import dev.flotilla.app.causality.EventFilter;
import dev.flotilla.app.causality.layout.Wanted.Spacing;
import dev.flotilla.app.desktop.settings.DesktopSettings;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.EntityId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What a window narrowed its diagram to when it was closed, so that it shows the same again. A
/// span of time is forgotten: the next day it would hide what is new.
///
/// Thread: FX.
public final class DiagramMemory {
  private final DesktopSettings settings;
  private final String prefix;

  /// @param workspace the id of the workspace
  public DiagramMemory(DesktopSettings settings, String workspace) {
    this.settings = settings;
    this.prefix = "view." + workspace + ".diagram.";
  }

  /// Brings a diagram to where it was. What cannot be read is left out.
  public void restore(DiagramModel model) {
    model.openProperty().set(get("open").equals("true"));
    model
        .spacingProperty()
        .set(get("spacing").equals(Spacing.CLOCK.name()) ? Spacing.CLOCK : Spacing.CAUSAL);
    // Whoever asked for something when opening the diagram gets that, and nothing hides it.
    if (model.isAsked()) {
      return;
    }
    Set<ReplicaId> hidden = new TreeSet<>();
    for (String line : lines("hidden")) {
      replica(line, hidden);
    }
    model.hiddenProperty().set(Set.copyOf(hidden));
    EventFilter filter =
        EventFilter.ALL
            .authors(lines("authors"))
            .place(get("place"))
            .onlyConflicts(get("conflicts").equals("true"))
            .text(get("text"));
    String kind = get("kind");
    model
        .filterProperty()
        .set(kind.isEmpty() ? filter : filter.about(new EntityId(kind, get("key"))));
  }

  public void save(DiagramModel model) {
    EventFilter filter = model.filterProperty().get();
    EntityId about = filter.about();
    Map<String, String> values = new HashMap<>();
    values.put(
        prefix + "hidden",
        model.hiddenProperty().get().stream()
            .map(ReplicaId::toString)
            .sorted()
            .collect(Collectors.joining("\n")));
    values.put(prefix + "open", String.valueOf(model.openProperty().get()));
    values.put(prefix + "spacing", model.spacingProperty().get().name());
    values.put(prefix + "authors", String.join("\n", new TreeSet<>(filter.authors())));
    values.put(prefix + "place", filter.place());
    values.put(prefix + "conflicts", String.valueOf(filter.onlyConflicts()));
    values.put(prefix + "text", filter.text());
    values.put(prefix + "kind", about == null ? "" : about.kind());
    values.put(prefix + "key", about == null ? "" : about.key());
    settings.setAll(values);
  }

  private static void replica(String text, Set<ReplicaId> into) {
    try {
      into.add(ReplicaId.parse(text));
    } catch (IllegalArgumentException _) {
      // Somebody wrote into the file: that lane is shown.
    }
  }

  private Set<String> lines(String name) {
    return get(name).lines().filter(line -> !line.isBlank()).collect(Collectors.toSet());
  }

  private String get(String name) {
    return settings.get(prefix + name, "");
  }
}
