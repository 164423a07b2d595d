package dev.flotilla.openfeature.json;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The way from the top of a document to one of its values, as a finding shows it:
/// `flags.press-speed.targeting.if[0]`. Names with other characters are quoted:
/// `flags["press.speed"]`. Immutable; a step costs O(1), the text O(length).
public final class JsonPath {
  /// The whole document; its text is empty.
  public static final JsonPath ROOT = new JsonPath(null, "");

  private static final int SHOWN_MAX = 80;

  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_$@+*/%<>=!…-]+");

  private final @Nullable JsonPath parent;
  private final String step;

  private JsonPath(@Nullable JsonPath parent, String step) {
    this.parent = parent;
    this.step = step;
  }

  /// The member `fullName` of the object here. Very long names are cut.
  public JsonPath member(String fullName) {
    var name = fullName.length() <= SHOWN_MAX ? fullName : fullName.substring(0, SHOWN_MAX) + "…";
    if (!PLAIN.matcher(name).matches()) {
      return new JsonPath(this, "[" + JsonWriter.quote(name) + "]");
    }
    return new JsonPath(this, parent == null ? name : "." + name);
  }

  /// The element `index`, counted from 0, of the array here.
  public JsonPath element(int index) {
    return new JsonPath(this, "[" + index + "]");
  }

  @Override
  public String toString() {
    var steps = new StringBuilder();
    for (var path = this; path != null; path = path.parent) {
      steps.insert(0, path.step);
    }
    return steps.toString();
  }
}
