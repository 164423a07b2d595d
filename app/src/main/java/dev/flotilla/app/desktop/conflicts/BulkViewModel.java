package dev.flotilla.app.desktop.conflicts;

import dev.flotilla.app.desktop.session.Parts;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.model.Batches;
import dev.flotilla.model.Edit;
import dev.flotilla.model.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Several conflicts decided at once by a rule, with what that means for each.
///
/// Thread: FX; what values stand for is read from the log in the background.
final class BulkViewModel {
  private final WorkspaceModel model;
  private final Texts texts;
  private final List<ConflictView> conflicts;
  private final ObjectProperty<BulkRule> rule = new SimpleObjectProperty<>(new BulkRule.InUse());
  private final ObservableList<Line> lines =
      FXCollections.observableArrayList(line -> new BooleanProperty[] {line.chosen()});
  private final IntegerBinding count;

  /// A conflict, and what the rule makes of it.
  ///
  /// @param side what the rule takes; none if it says nothing about this conflict
  /// @param chosen whether it shall be decided
  record Line(ConflictView conflict, Optional<ConflictView.Option> side, BooleanProperty chosen) {}

  /// @param conflicts which ones are asked about
  BulkViewModel(WorkspaceModel model, Texts texts, List<ConflictView> conflicts) {
    this.model = model;
    this.texts = texts;
    this.conflicts = List.copyOf(conflicts);
    this.count = Bindings.createIntegerBinding(() -> chosen().size(), lines);
    rule.subscribe(this::apply);
  }

  ObjectProperty<BulkRule> ruleProperty() {
    return rule;
  }

  ObservableList<Line> lines() {
    return lines;
  }

  /// How many will be decided.
  ObservableValue<Number> countProperty() {
    return count;
  }

  /// How many the rule says nothing about.
  int left() {
    return (int) lines.stream().filter(line -> line.side().isEmpty()).count();
  }

  private List<Line> chosen() {
    return lines.stream().filter(line -> line.side().isPresent() && line.chosen().get()).toList();
  }

  private void apply(BulkRule now) {
    lines.setAll(
        conflicts.stream()
            .map(conflict -> {
              Optional<ConflictView.Option> side = now.side(conflict);
              return new Line(conflict, side, new SimpleBooleanProperty(side.isPresent()));
            })
            .toList());
  }

  /// Decides: one change if it fits into one, and taken back together in any case.
  ///
  /// @param started gets what is on its way
  void decide(Consumer<Parts> started) {
    List<Line> wanted = chosen();
    Workspace now = model.workspace();
    String message = texts.of("inbox.bulk.done", wanted.size(), name(rule.get()));
    model
        .ui()
        .background()
        .execute(() -> {
          Batches batches = new Batches(now);
          edits(wanted).forEach(edit -> batches.add(List.of(edit)));
          model.ui().execute(() -> started.accept(model.editInParts(message, batches.all())));
        });
  }

  private List<Edit> edits(List<Line> wanted) {
    List<Edit> edits = new ArrayList<>();
    for (Line line : wanted) {
      int side = line.side().orElseThrow().pick();
      edits.add(
          new Edit.Resolve(
              line.conflict().id(),
              Picks.of(line.conflict().conflict(), side, model.open().history())));
    }
    return edits;
  }

  /// A rule in words.
  String name(BulkRule named) {
    return switch (named) {
      case BulkRule.InUse _ -> texts.of("inbox.bulk.inUse");
      case BulkRule.Newest _ -> texts.of("inbox.bulk.newest");
      case BulkRule.Keep _ -> texts.of("inbox.bulk.keep");
      case BulkRule.By(var author) ->
          model.people().isOwn(author)
              ? texts.of("inbox.bulk.mine")
              : texts.of("inbox.bulk.by", model.people().deviceName(model.workspace(), author));
    };
  }
}
