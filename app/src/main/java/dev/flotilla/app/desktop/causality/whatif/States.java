package dev.flotilla.app.desktop.causality.whatif;

import dev.flotilla.app.desktop.session.ChangeHistory;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.node.LogEntry;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;

/// Folds states of the past, some for one question. For one thread, in the background.
final class States {
  private final ChangeHistory log;
  private final Workspace now;
  private final List<LogEntry> news;
  private final DoublePredicate far;
  private final double count;
  private int done;

  /// @param now the newest state here
  /// @param news changes that the log here lacked, in causal order
  /// @param count how many states will be asked for
  /// @param far is told how much is done, from 0 to 1, and says whether to go on
  States(ChangeHistory log, Workspace now, List<LogEntry> news, int count, DoublePredicate far) {
    this.log = log;
    this.now = now;
    this.news = List.copyOf(news);
    this.count = count;
    this.far = far;
  }

  /// The state of all that lies within; none if nobody wants it any more.
  Optional<Workspace> at(VersionVector cut) {
    int before = done++;
    VersionVector here = Cuts.least(cut, now.vector());
    Optional<Workspace> known =
        here.equals(now.vector())
            ? Optional.of(now)
            : log.at(
                here,
                (changes, of) ->
                    far.test((before + (of == 0 ? 1 : (double) changes / of)) / count));
    return known.map(state -> with(state, cut));
  }

  private Workspace with(Workspace known, VersionVector cut) {
    Workspace state = known;
    for (LogEntry change : news) {
      Dot first = new Dot(change.author(), change.first());
      if (cut.contains(first) && !state.vector().contains(first)) {
        state = state.apply(change.author(), change.first(), change.at(), change.operations());
      }
    }
    return state;
  }
}
