package dev.flotilla.app.evidence;

import java.util.ArrayList;
import java.util.List;

/// What a check of evidence found, one sentence each.
///
/// @param proven what is certain
/// @param open what the file does not prove
/// @param wrong what is not as it should be
public record EvidenceReport(List<String> proven, List<String> open, List<String> wrong) {
  public EvidenceReport {
    proven = List.copyOf(proven);
    open = List.copyOf(open);
    wrong = List.copyOf(wrong);
  }

  public boolean isValid() {
    return wrong.isEmpty();
  }

  static EvidenceReport refused(String sentence) {
    return new EvidenceReport(List.of(), List.of(), List.of(sentence));
  }

  /// Collects the sentences.
  static final class Collecting {
    private final List<String> proven = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    void proven(String sentence) {
      proven.add(sentence);
    }

    void open(String sentence) {
      open.add(sentence);
    }

    void wrong(String sentence) {
      wrong.add(sentence);
    }

    EvidenceReport report() {
      return new EvidenceReport(proven, open, wrong);
    }
  }
}
