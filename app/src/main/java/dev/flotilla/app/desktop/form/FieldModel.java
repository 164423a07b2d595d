package dev.flotilla.app.desktop.form;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/// One text of a form. It remembers what it showed when typing began: a commit answers that state
/// and nothing newer, so an edit that arrives meanwhile becomes a conflict instead of being lost.
///
/// `S` is what identifies the state that was shown (the dots of a register).
///
/// Thread: FX.
public final class FieldModel<S> {
  /// What is sent away: the text, and the state that the user saw.
  public record Draft<S>(String text, S seen) {}

  private final StringProperty draft = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper overtaken = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyStringWrapper theirs = new ReadOnlyStringWrapper("");
  private final Function<String, Optional<String>> check;
  private final Function<Draft<S>, CompletionStage<Optional<String>>> commit;

  private final ReadOnlyStringWrapper overtakenBy = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper arrivedFrom = new ReadOnlyStringWrapper("");

  private ObservableValue<String> editors = new SimpleStringProperty("");
  private Function<S, String> author = _ -> "";
  private Optional<Place> place = Optional.empty();
  private Optional<DraftKeeper<S>> keeper = Optional.empty();
  private boolean isFilled;
  private String shown = "";
  private S shownState;
  private S newestState;

  /// `check` gives the error of a text, if any; `commit` sends it and answers with a refusal, if
  /// any.
  public FieldModel(
      S nothing,
      Function<String, Optional<String>> check,
      Function<Draft<S>, CompletionStage<Optional<String>>> commit) {
    this.shownState = nothing;
    this.newestState = nothing;
    this.check = check;
    this.commit = commit;
    draft.subscribe(
        (Consumer<String>)
            _ -> {
              validate();
              remember();
            });
  }

  /// What the control shows and the user types.
  public StringProperty draftProperty() {
    return draft;
  }

  /// What is wrong with the draft; empty when nothing is.
  public ReadOnlyStringProperty errorProperty() {
    return error.getReadOnlyProperty();
  }

  /// Whether somebody else changed the field after typing began.
  public ReadOnlyBooleanProperty overtakenProperty() {
    return overtaken.getReadOnlyProperty();
  }

  /// The value that overtook the draft.
  public ReadOnlyStringProperty theirsProperty() {
    return theirs.getReadOnlyProperty();
  }

  /// Who overtook the draft; empty if nobody knows.
  public ReadOnlyStringProperty overtakenByProperty() {
    return overtakenBy.getReadOnlyProperty();
  }

  /// Who has changed what the field shows a moment ago; empty if nobody has.
  public ReadOnlyStringProperty arrivedFromProperty() {
    return arrivedFrom.getReadOnlyProperty();
  }

  /// The moment is over.
  public void forgetArrival() {
    arrivedFrom.set("");
  }

  /// Which field of the workspace this is.
  public Optional<Place> place() {
    return place;
  }

  /// The same field, which knows where it is and whom to name.
  ///
  /// @param newAuthor names the author of a state; empty for the own edits
  public FieldModel<S> at(Place newPlace, Function<S, String> newAuthor) {
    place = Optional.of(newPlace);
    author = newAuthor;
    return this;
  }

  /// The same field, whose draft outlives the form: what the last form has left comes back as soon
  /// as the field is shown.
  public FieldModel<S> keptBy(DraftKeeper<S> newKeeper) {
    keeper = Optional.of(newKeeper);
    return this;
  }

  /// The same field, which shows who else edits it just now.
  public FieldModel<S> editedBy(ObservableValue<String> newEditors) {
    editors = newEditors;
    return this;
  }

  /// Who else edits the field just now; empty if nobody does.
  public ObservableValue<String> editors() {
    return editors;
  }

  public boolean isDirty() {
    return !draft.get().equals(shown);
  }

  /// The newest value of the workspace. A draft in progress stays as it is and says so.
  public void show(String value, S state) {
    if (!isFilled) {
      keeper.flatMap(DraftKeeper::kept).ifPresent(this::goOn);
    }
    boolean news = !value.equals(isOvertaken() ? theirs.get() : shown);
    newestState = state;
    if (!isDirty() || value.equals(draft.get())) {
      String from = isFilled && !value.equals(shown) ? author.apply(state) : "";
      adopt(value, state);
      if (!from.isEmpty()) {
        arrivedFrom.set(from);
      }
    } else if (value.equals(shown)) {
      // What overtook the draft is gone again: it was taken back, or was a look at the past.
      shownState = state;
      overtaken.set(false);
      theirs.set("");
    } else if (news) {
      theirs.set(value);
      overtakenBy.set(author.apply(state));
      overtaken.set(true);
    }
    isFilled = true;
    remember();
  }

  private void goOn(DraftKeeper.Kept<S> left) {
    shown = left.shown();
    shownState = left.seen();
    draft.set(left.text());
  }

  /// Not before the field was shown: until then it holds nothing of anybody.
  private void remember() {
    if (isFilled) {
      keeper.ifPresent(there -> {
        if (isDirty()) {
          there.keep(new DraftKeeper.Kept<>(draft.get(), shown, shownState));
        } else {
          there.drop();
        }
      });
    }
  }

  /// Leaving the field sends the draft, unless somebody has overtaken it: then it waits for a
  /// decision.
  public void leave() {
    if (!isOvertaken()) {
      commit();
    }
  }

  /// Sends the draft in place of what overtook it.
  public void keepMine() {
    if (isOvertaken()) {
      shown = theirs.get();
      shownState = newestState;
      overtaken.set(false);
      theirs.set("");
      commit();
    }
  }

  /// Sends the draft if it differs from what was shown and nothing is wrong with it.
  public void commit() {
    if (!isDirty()) {
      return;
    }
    String text = draft.get();
    Optional<String> wrong = check.apply(text);
    if (wrong.isPresent()) {
      error.set(wrong.get());
      return;
    }
    Draft<S> sent = new Draft<>(text, shownState);
    String before = shown;
    adopt(text, newestState);
    var _ =
        commit
            .apply(sent)
            .whenComplete((refusal, failure) -> {
              if (failure != null) {
                refuse(before, String.valueOf(failure.getMessage()));
              } else {
                refusal.ifPresent(sentence -> refuse(before, sentence));
              }
            });
  }

  /// Forgets the draft and shows the newest value.
  public void revert() {
    adopt(isOvertaken() ? theirs.get() : shown, newestState);
  }

  private boolean isOvertaken() {
    return overtaken.get();
  }

  private void refuse(String before, String sentence) {
    shown = before;
    error.set(sentence);
    remember();
  }

  private void adopt(String value, S state) {
    shown = value;
    shownState = state;
    overtaken.set(false);
    theirs.set("");
    draft.set(value);
    error.set("");
    remember();
  }

  private void validate() {
    error.set(isDirty() ? check.apply(draft.get()).orElse("") : "");
  }
}
