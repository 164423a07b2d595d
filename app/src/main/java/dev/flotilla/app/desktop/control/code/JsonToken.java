package dev.flotilla.app.desktop.control.code;

/// A piece of a text that looks like JSON, from `start` to before `end`.
record JsonToken(Kind kind, int start, int end) {
  enum Kind {
    /// The name of a member.
    NAME("code-name"),
    STRING("code-string"),
    NUMBER("code-number"),
    /// true, false and null.
    WORD("code-word"),
    /// Brackets, commas and colons.
    SIGN("code-sign"),
    /// What JSON does not know.
    STRANGE("code-strange");

    private final String styleClass;

    Kind(String styleClass) {
      this.styleClass = styleClass;
    }

    String styleClass() {
      return styleClass;
    }
  }
}
