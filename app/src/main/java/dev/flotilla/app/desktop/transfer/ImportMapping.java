package dev.flotilla.app.desktop.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// What an environment that a file names is in the workspace.
///
/// @param choices names in the workspace, and an empty one for leaving it out
record ImportMapping(String name, List<String> choices, ObjectProperty<String> target) {
  /// The environment of the same name, whatever its case; else the file's own, where it may be
  /// created, or none.
  static ImportMapping proposed(String name, List<String> here, boolean mayCreate) {
    List<String> choices = new ArrayList<>(here);
    Optional<String> same = here.stream().filter(name::equalsIgnoreCase).findFirst();
    if (mayCreate && same.isEmpty()) {
      choices.add(name);
    }
    choices.add("");
    String first = same.orElse(mayCreate ? name : "");
    return new ImportMapping(name, choices, new SimpleObjectProperty<>(first));
  }

  Optional<String> chosen() {
    return Optional.of(target.get()).filter(chosen -> !chosen.isEmpty());
  }
}
