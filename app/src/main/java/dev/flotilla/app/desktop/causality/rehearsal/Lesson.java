package dev.flotilla.app.desktop.causality.rehearsal;

import java.util.List;
import java.util.Locale;

/// The steps of the course, in their order.
enum Lesson {
  /// An edit reaches everybody at once.
  TOGETHER,
  /// It is a dot in the picture, with words.
  LOOK,
  /// The network is cut.
  CUT,
  /// One works behind the cut.
  ALONE,
  /// Another edits the same, without knowing.
  AGAIN,
  /// A third edits something else.
  ELSEWHERE,
  /// The network is mended, and a conflict appears.
  MEND,
  /// Somebody decides.
  DECIDE,
  /// Which edits were concurrent?
  QUESTION;

  /// In their order.
  static final List<Lesson> ALL = List.of(values());

  /// In keys of texts, in ids, and where it is remembered.
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Counted from 1.
  int number() {
    return ALL.indexOf(this) + 1;
  }

  boolean isLast() {
    return this == ALL.getLast();
  }

  Lesson next() {
    return isLast() ? this : ALL.get(number());
  }

  /// The lesson with this id; the first for any other.
  static Lesson of(String id) {
    for (Lesson lesson : values()) {
      if (lesson.id().equals(id)) {
        return lesson;
      }
    }
    return TOGETHER;
  }
}
