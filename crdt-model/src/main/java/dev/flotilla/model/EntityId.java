package dev.flotilla.model;

/// The identity of something in the workspace: what kind of thing it is and the key that people and
/// applications use for it. Kinds that this program does not know are kept.
///
/// May be a question, such as what somebody typed, so it is not limited: the planner refuses what
/// can be no key. Ordered by kind, then key, both by UTF-16 code units.
public record EntityId(String kind, String key) implements Comparable<EntityId> {
  public static final String FLAG = "flag";
  public static final String TAG_SET = "tagset";
  public static final String ENVIRONMENT = "environment";
  public static final String FOLDER = "folder";
  public static final String COUNTER = "counter";
  public static final String WORKSPACE = "workspace";

  private static final EntityId WORKSPACE_ID = new EntityId(WORKSPACE, "");

  /// The id of the flag with this key.
  public static EntityId flag(String key) {
    return new EntityId(FLAG, key);
  }

  /// The id of the tag set with this key.
  public static EntityId tagSet(String key) {
    return new EntityId(TAG_SET, key);
  }

  /// The id of the environment with this name.
  public static EntityId environment(String name) {
    return new EntityId(ENVIRONMENT, name);
  }

  /// The id of the folder with this key.
  public static EntityId folder(String key) {
    return new EntityId(FOLDER, key);
  }

  /// The id of the counter with this key.
  public static EntityId counter(String key) {
    return new EntityId(COUNTER, key);
  }

  /// The workspace itself, which has a name. It is always present.
  public static EntityId workspace() {
    return WORKSPACE_ID;
  }

  @Override
  public int compareTo(EntityId other) {
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : key.compareTo(other.key);
  }

  /// Kind and key, separated by a colon.
  @Override
  public String toString() {
    return kind + ":" + key;
  }
}
