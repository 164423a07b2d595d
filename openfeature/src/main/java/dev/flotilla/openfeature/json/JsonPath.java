package dev.flotilla.openfeature.json;

import java.util.ArrayList;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The way from the top of a document to one of its values, as a finding shows it:
/// `flags.press-speed.targeting.if[0]`. Names with other characters are quoted:
/// `flags["press.speed"]`; very long ones are cut. Immutable; a step costs O(1), because a reader
/// takes many and shows few.
public final class JsonPath {
  /// The whole document; its text is empty.
  public static final JsonPath ROOT = new JsonPath(null, "", -1);

  private static final int SHOWN_MAX = 80;

  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_$@+*/%<>=!…-]+");

  private final @Nullable JsonPath parent;
  private final String name;
  private final int index;

  /// @param index of an element, or -1 if the step is to the member `name`
  private JsonPath(@Nullable JsonPath parent, String name, int index) {
    this.parent = parent;
    this.name = name;
    this.index = index;
  }

  /// The member `name` of the object here.
  public JsonPath member(String name) {
    return new JsonPath(this, name, -1);
  }

  /// The element `index`, counted from 0, of the array here.
  public JsonPath element(int index) {
    return new JsonPath(this, "", index);
  }

  @Override
  public String toString() {
    var steps = new ArrayList<String>();
    for (var path = this; path.parent != null; path = path.parent) {
      steps.add(path.step());
    }
    return String.join("", steps.reversed());
  }

  private String step() {
    if (index >= 0) {
      return "[" + index + "]";
    }
    var shown = name.length() <= SHOWN_MAX ? name : name.substring(0, SHOWN_MAX) + "…";
    if (!PLAIN.matcher(shown).matches()) {
      return "[" + JsonWriter.quote(shown) + "]";
    }
    return this.parent == ROOT ? shown : "." + shown;
  }
}
