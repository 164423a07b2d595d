package dev.flotilla.app.desktop.filter;

import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.model.Workspace;
import java.time.LocalDate;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// What somebody typed to find flags, and the filter that it is in the newest snapshot.
///
/// Thread: FX. Cost of a keystroke: parsing it; of a suggestion after a new snapshot: linear in the
/// flags, for many of them in the background while the words of the snapshot before are offered.
public final class FilterModel implements AutoCloseable {
  /// With fewer flags, their words are collected on the spot.
  private static final int MANY = 5_000;

  private final WorkspaceModel model;
  private final Texts texts;
  private final Moments moments;
  private final StringProperty query = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<FlagFilter> filter;
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final Subscription subscription;
  private Query parsed;
  private @Nullable Workspace counted;
  private @Nullable Vocabulary words;
  private boolean collecting;

  public FilterModel(WorkspaceModel model, Texts texts, Moments moments) {
    this.model = model;
    this.texts = texts;
    this.moments = moments;
    this.parsed = Query.parse("", today());
    this.filter = new ReadOnlyObjectWrapper<>(FlagFilter.of(parsed, context()));
    this.subscription =
        Subscription.combine(
            query.subscribe(this::parse),
            model.workspaceProperty().subscribe(_ -> renew(parsed.namesOthers())),
            moments.passedProperty().subscribe(_ -> renew(parsed.asksForAge())));
    if (isLarge(model.workspace())) {
      collect(model.workspace());
    }
  }

  /// What is typed.
  public StringProperty queryProperty() {
    return query;
  }

  /// The filter; a new one whenever it may leave other flags than before.
  public ReadOnlyObjectProperty<FlagFilter> filterProperty() {
    return filter.getReadOnlyProperty();
  }

  /// What of the query is not understood, as a sentence; empty when all is.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// Whether archived flags are asked for, so that they must not be hidden.
  public boolean asksForArchived() {
    return parsed.asksForArchived();
  }

  /// Whether nothing is asked for.
  public boolean isEmpty() {
    return parsed.isEmpty();
  }

  /// Adds a term, or takes it away if it is there.
  public void toggle(String term) {
    String now = query.get();
    String without = (" " + now + " ").replace(" " + term + " ", " ").strip();
    query.set(
        has(term) ? without : now.isBlank() ? term + " " : now.stripTrailing() + " " + term + " ");
  }

  /// Whether the query holds this term as it is.
  public boolean has(String term) {
    return (" " + query.get() + " ").contains(" " + term + " ");
  }

  List<Suggestion> suggestions(int caret) {
    return Completion.at(query.get(), caret, words(), texts);
  }

  /// The words of the newest snapshot, or of a large workspace those of one shortly before.
  @SuppressWarnings("ReferenceEquality") // A snapshot is compared by identity: equality is costly.
  Vocabulary words() {
    Workspace now = model.workspace();
    Vocabulary known = words;
    if (known == null || counted == null || (now != counted && !isLarge(counted))) {
      known = new Vocabulary(now, model.people());
      counted = now;
      words = known;
    } else if (now != counted) {
      collect(now);
    }
    return known;
  }

  private static boolean isLarge(Workspace workspace) {
    return workspace.flags().size() > MANY;
  }

  private void collect(Workspace now) {
    if (collecting) {
      return;
    }
    collecting = true;
    model
        .ui()
        .background()
        .execute(() -> {
          Vocabulary newest = new Vocabulary(now, model.people());
          model
              .ui()
              .execute(() -> {
                collecting = false;
                counted = now;
                words = newest;
              });
        });
  }

  @Override
  public void close() {
    subscription.unsubscribe();
  }

  private void parse(String text) {
    parsed = Query.parse(text, today());
    renew(true);
  }

  private void renew(boolean changes) {
    if (!changes) {
      return;
    }
    FlagFilter newer = FlagFilter.of(parsed, context());
    problem.set(
        newer.problems().stream()
            .findFirst()
            .map(one -> texts.of(one.text(), one.arguments().toArray()))
            .orElse(""));
    filter.set(newer);
  }

  private FilterContext context() {
    return new FilterContext(
        model.workspace(), model.people(), moments.clock().instant(), moments.zone());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(moments.clock().instant(), moments.zone());
  }
}
