package dev.flotilla.openfeature.evaluate;

import dev.flotilla.openfeature.json.JsonValue;
import java.util.Optional;

/// What `$ref` can name.
public interface References {
  /// Nothing can be named.
  References NONE =
      new References() {
        @Override
        public Optional<JsonValue> rule(String name) {
          return Optional.empty();
        }

        @Override
        public Optional<Boolean> contains(String name, String member) {
          return Optional.empty();
        }
      };

  /// The shared rule of this name.
  Optional<JsonValue> rule(String name);

  /// Whether the list of this name has this member, without going through it; nothing if this is no
  /// list.
  Optional<Boolean> contains(String name, String member);
}
