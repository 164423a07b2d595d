package dev.flotilla.app.desktop.conflicts;

import static dev.flotilla.app.desktop.SketchWorkspace.ANA;
import static dev.flotilla.app.desktop.SketchWorkspace.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.CheckoutTeam;
import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.session.ChangeHistory;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.model.Choice;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.change.ChangeRef;
import dev.flotilla.net.node.LogEntry;
import dev.flotilla.net.node.LogPage;
import dev.flotilla.net.node.LogQuery;
import dev.flotilla.net.node.PastStates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PicksTest {
  // The button that brings a variant back did nothing and said nothing.
  @Test
  void aDiskThatDoesNotAnswerEndsInASentence() {
    SketchWorkspace sketch = CheckoutTeam.calm();
    sketch.edit(ANA, set(FieldNames.variant("spare"), new Value.Json("{}")));
    Workspace apart = sketch.workspace();
    sketch.edit(ANA, set(FieldNames.variant("spare"), Value.absent()));
    sketch.editFrom(apart, BEN, set(FieldNames.defaultVariant("production"), Value.of("spare")));
    Conflict conflict =
        sketch.workspace().conflicts().stream()
            .filter(Conflict.MissingVariant.class::isInstance)
            .findFirst()
            .orElseThrow();

    assertThat(Picks.of(conflict, 1, sketch.history())).isInstanceOf(Choice.Put.class);
    assertThat(Picks.of(conflict, 1, new Gone())).isEqualTo(new Choice.Pick(1));
  }

  private static Edit set(String field, Value value) {
    return new Edit.SetField(EntityId.flag("search.ranking"), field, value);
  }

  private static final class Gone implements ChangeHistory {
    private static UncheckedIOException gone() {
      return new UncheckedIOException(new IOException("the disk is gone"));
    }

    @Override
    public LogPage page(LogQuery query) {
      throw gone();
    }

    @Override
    public Optional<LogEntry> following(ChangeRef change) {
      throw gone();
    }

    @Override
    public Map<Dot, Value> written(Collection<Dot> dots) {
      throw gone();
    }

    @Override
    public List<LogEntry> holding(Collection<Dot> dots) {
      throw gone();
    }

    @Override
    public Optional<Workspace> at(VersionVector cut, PastStates.Progress progress) {
      throw gone();
    }

    @Override
    public Optional<Workspace> at(ChangeRef change, PastStates.Progress progress) {
      throw gone();
    }
  }
}
