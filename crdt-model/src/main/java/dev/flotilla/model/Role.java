package dev.flotilla.model;

import java.util.Arrays;
import java.util.Optional;

/// What a member may do. Declared from the mightiest to the least: nobody hands out more than they
/// have.
public enum Role {
  OWNER(1),
  ADMIN(2),
  EDITOR(3),
  VIEWER(4);

  private final int code;

  Role(int code) {
    this.code = code;
  }

  /// The number of the role in changes.
  int code() {
    return code;
  }

  static Optional<Role> parse(int code) {
    return Arrays.stream(values()).filter(role -> role.code == code).findFirst();
  }

  /// Whether members of this role may change flags, tag sets and environments.
  public boolean mayEdit() {
    return this != VIEWER;
  }

  /// Whether a member of this role may give out `other`.
  public boolean mayGrant(Role other) {
    return mayEdit() && compareTo(other) <= 0;
  }
}
