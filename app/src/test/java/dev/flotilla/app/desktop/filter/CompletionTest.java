package dev.flotilla.app.desktop.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.Sketches;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompletionTest {
  private final Vocabulary words = FilteredTeam.calm().vocabulary();

  @Test
  void anEmptyFieldOffersWhatCanBeAskedFor() {
    assertThat(labels("|")).startsWith("tag:", "set:", "env:", "owner:");
  }

  @Test
  void aWordOffersQualifiersStatesAndTags() {
    assertThat(labels("ta|")).containsExactly("tag:", "targeted");
    assertThat(labels("-mob|")).containsExactly("tag:mobile");
    assertThat(taken("-mob|", 0)).isEqualTo("-tag:mobile |");
  }

  @Test
  void behindAQualifierStandsWhatTheWorkspaceHasMostUsedFirst() {
    assertThat(labels("tag:|")).startsWith("2026.4", "checkout", "mobile");
    assertThat(notes("tag:|")).first().isEqualTo("2 flags");
    assertThat(labels("tag:search,2|")).containsExactly("2026.4", "2027.1");
    assertThat(taken("tag:search,2|", 1)).isEqualTo("tag:search,2027.1 |");
    assertThat(labels("env:prod|")).startsWith("production=on", "production=off");
    assertThat(labels("env:production=c|"))
        .containsExactly("production=careful", "production=classic");
  }

  @Test
  void aSuggestionReplacesTheTermAtTheCaretAndNothingElse() {
    assertThat(taken("owner:pay|ments type:number", 0))
        .isEqualTo("owner:payments@example.org |type:number");
    assertThat(taken("kind:rel| mobile", 0)).isEqualTo("kind:release |mobile");
  }

  @Test
  void aValueWithASpaceIsPutInQuotes() {
    assertThat(taken("by:ben|", 0)).isEqualTo("by:\"Ben’s desktop\" |");
  }

  @Test
  void whatWasTakenParsesAgainWithoutAProblem() {
    for (Qualifier qualifier : Qualifier.values()) {
      for (Suggestion one :
          Completion.at(
              qualifier.word() + ":", qualifier.word().length() + 1, words, Sketches.TEXTS)) {
        String query = one.in(qualifier.word() + ":");
        assertThat(FilteredTeam.calm().problems(query)).as(query).isEmpty();
      }
    }
  }

  private List<String> labels(String marked) {
    return suggestions(marked).stream().map(Suggestion::label).toList();
  }

  private List<String> notes(String marked) {
    return suggestions(marked).stream().map(Suggestion::note).toList();
  }

  private String taken(String marked, int index) {
    Suggestion one = suggestions(marked).get(index);
    String query = one.in(marked.replace("|", ""));
    return query.substring(0, one.caret()) + "|" + query.substring(one.caret());
  }

  private List<Suggestion> suggestions(String marked) {
    return Completion.at(marked.replace("|", ""), marked.indexOf('|'), words, Sketches.TEXTS);
  }
}
