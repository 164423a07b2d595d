package dev.flotilla.app.desktop.session;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Edits that change what applications get in protected environments. They wait until somebody has
/// said whether they are meant.
///
/// Thread: FX.
public final class ProtectedEdit {
  /// What becomes of a flag.
  public enum Effect {
    CHANGES,
    GOES,
    COMES
  }

  private final String step;
  private final SortedSet<String> environments;
  private final Map<Effect, SortedSet<String>> flags;
  private final CompletableFuture<Boolean> answer = new CompletableFuture<>();

  ProtectedEdit(String step, SortedSet<String> environments, Map<Effect, SortedSet<String>> flags) {
    this.step = step;
    this.environments = Collections.unmodifiableSortedSet(environments);
    this.flags = new EnumMap<>(Effect.class);
    this.flags.putAll(flags);
  }

  /// What is taken back, or done again, in words; empty for what was just asked for.
  public String step() {
    return step;
  }

  /// The names of the protected environments.
  public SortedSet<String> environments() {
    return environments;
  }

  /// The keys of the flags to which this happens there.
  public SortedSet<String> flags(Effect effect) {
    return Collections.unmodifiableSortedSet(flags.getOrDefault(effect, new TreeSet<>()));
  }

  /// Says whether the edits are meant; the first answer counts.
  public void answer(boolean meant) {
    answer.complete(meant);
  }

  /// Whether there is an answer.
  public boolean isAnswered() {
    return answer.isDone();
  }

  CompletionStage<Boolean> answered() {
    return answer;
  }
}
