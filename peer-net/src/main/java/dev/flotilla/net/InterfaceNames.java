package dev.flotilla.net;

import java.util.List;
import java.util.Locale;

/// Which network interfaces a person wants used or left out, by name. A `*` at the end of a name
/// stands for anything; case does not matter. What is denied is denied, whoever allows it.
///
/// @param allowed used although the name looks like that of something virtual
/// @param denied never used
public record InterfaceNames(List<String> allowed, List<String> denied) {
  /// Nobody said anything.
  public static final InterfaceNames NONE = new InterfaceNames(List.of(), List.of());

  /// What these names say of an interface.
  public enum Wish {
    USE,
    LEAVE_OUT,
    NOTHING_SAID
  }

  public InterfaceNames {
    allowed = List.copyOf(allowed);
    denied = List.copyOf(denied);
  }

  /// What a person wants of the interface with this name.
  public Wish of(String name) {
    if (denied.stream().anyMatch(pattern -> matches(pattern, name))) {
      return Wish.LEAVE_OUT;
    }
    return allowed.stream().anyMatch(pattern -> matches(pattern, name))
        ? Wish.USE
        : Wish.NOTHING_SAID;
  }

  private static boolean matches(String pattern, String name) {
    var wanted = pattern.toLowerCase(Locale.ROOT);
    var lower = name.toLowerCase(Locale.ROOT);
    return wanted.endsWith("*")
        ? lower.startsWith(wanted.substring(0, wanted.length() - 1))
        : lower.equals(wanted);
  }
}
