package dev.flotilla.app.desktop.tagsets;

import dev.flotilla.model.Keys;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Takes tags out of lines: one a line, or several between commas, semicolons or tabs, with or
/// without double quotes. For one thread.
final class Gathering {
  private static final Pattern BETWEEN = Pattern.compile("[,;\t]");
  private static final int EXAMPLES = 20;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String noun;
  private final Predicate<String> isPresent;
  private final Set<String> seen = new HashSet<>();
  private final List<String> fresh = new ArrayList<>();
  private final List<Gathered.Unfit> examples = new ArrayList<>();
  private int line;
  private int present;
  private int repeated;
  private int unfit;

  /// @param noun how a sentence calls what can be no tag, such as `A tag`
  /// @param isPresent whether the set has it already
  Gathering(String noun, Predicate<String> isPresent) {
    this.noun = noun;
    this.isPresent = isPresent;
  }

  static Gathered of(String text, String noun, Predicate<String> isPresent) {
    var gathering = new Gathering(noun, isPresent);
    text.lines().forEach(gathering::add);
    return gathering.result();
  }

  /// Takes the next line.
  void add(String next) {
    line++;
    var text = line == 1 && next.startsWith(BYTE_ORDER_MARK) ? next.substring(1) : next;
    if (text.indexOf(',') < 0 && text.indexOf(';') < 0 && text.indexOf('\t') < 0) {
      take(text);
    } else {
      BETWEEN.splitAsStream(text).forEach(this::take);
    }
  }

  private void take(String part) {
    var tag = part.strip();
    if (tag.length() > 1 && tag.startsWith("\"") && tag.endsWith("\"")) {
      tag = tag.substring(1, tag.length() - 1).strip();
    }
    if (tag.isEmpty()) {
      return;
    }
    var problem = Keys.check(noun, tag);
    if (problem.isPresent()) {
      unfit++;
      if (examples.size() < EXAMPLES) {
        examples.add(new Gathered.Unfit(line, problem.get().message()));
      }
    } else if (!seen.add(tag)) {
      repeated++;
    } else if (isPresent.test(tag)) {
      present++;
    } else {
      fresh.add(tag);
    }
  }

  Gathered result() {
    return new Gathered(List.copyOf(fresh), present, repeated, unfit, List.copyOf(examples));
  }
}
