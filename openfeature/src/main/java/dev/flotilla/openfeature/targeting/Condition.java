package dev.flotilla.openfeature.targeting;

import dev.flotilla.openfeature.json.JsonValue;
import java.util.List;

/// When a rule applies, in parts. Immutable.
public sealed interface Condition {
  /// Nesting that a form shows; what lies deeper stays JSON.
  int DEPTH_MAX = 4;

  /// Applies to everybody.
  record Always() implements Condition {}

  /// How the members of a group count.
  enum Match {
    ALL,
    ANY,
    NONE
  }

  /// Several conditions as one.
  record Group(Match match, List<Condition> members) implements Condition {
    public Group {
      members = List.copyOf(members);
    }
  }

  /// A test of one attribute of the context.
  ///
  /// @param values numbers, texts, true, false or null; as many as the operator takes
  record Test(String attribute, Operator operator, List<JsonValue> values) implements Condition {
    public Test {
      values = List.copyOf(values);
    }
  }

  /// Whether an attribute is a member of a tag set.
  record Segment(String attribute, boolean inside, String tagSet) implements Condition {}

  /// Whether a shared rule of the environment holds.
  record Shared(String name, boolean holds) implements Condition {}

  /// What has no parts that are known here.
  record Raw(String json) implements Condition {}
}
