package dev.flotilla.app.desktop.targeting;

import dev.flotilla.model.Environment;
import dev.flotilla.model.Workspace;
import dev.flotilla.openfeature.evaluate.References;
import dev.flotilla.openfeature.flagd.Segments;
import dev.flotilla.openfeature.json.JsonText;
import dev.flotilla.openfeature.json.JsonValue;
import java.util.Optional;

/// What rules can name in an environment of a workspace.
record TagSetReferences(Workspace workspace, Environment environment) implements References {
  @Override
  public Optional<JsonValue> rule(String name) {
    return Optional.ofNullable(environment.evaluators().get(name))
        .filter(json -> JsonText.parseError(json).isEmpty())
        .map(JsonText::tree);
  }

  @Override
  public Optional<Boolean> contains(String name, String member) {
    return Segments.tagSet(name)
        .map(
            key -> workspace.tagSet(key).filter(set -> set.members().contains(member)).isPresent());
  }
}
