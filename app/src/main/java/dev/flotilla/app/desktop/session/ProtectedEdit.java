package dev.flotilla.app.desktop.session;

import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Environment;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.FieldPath;
import dev.flotilla.model.Workspace;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/// Edits that change what applications get in protected environments. They wait until somebody has
/// said whether they are meant.
///
/// Thread: FX.
public final class ProtectedEdit {
  private final SortedSet<String> environments;
  private final int flags;
  private final CompletableFuture<Boolean> answer = new CompletableFuture<>();

  private ProtectedEdit(SortedSet<String> environments, int flags) {
    this.environments = environments;
    this.flags = flags;
  }

  /// Nothing if no protected environment is concerned. Costs nothing where none is protected.
  static Optional<ProtectedEdit> of(Workspace now, List<List<Edit>> parts) {
    Set<String> guarded =
        now.environments().stream()
            .filter(Environment::isProtected)
            .map(Environment::name)
            .collect(Collectors.toSet());
    SortedSet<String> environments = new TreeSet<>();
    Set<String> flags = new HashSet<>();
    if (!guarded.isEmpty()) {
      for (List<Edit> part : parts) {
        for (Edit edit : part) {
          environment(edit)
              .filter(guarded::contains)
              .ifPresent(name -> {
                environments.add(name);
                flags.add(flag(edit));
              });
        }
      }
    }
    return environments.isEmpty()
        ? Optional.empty()
        : Optional.of(new ProtectedEdit(environments, flags.size()));
  }

  /// The names of the protected environments.
  public SortedSet<String> environments() {
    return environments;
  }

  /// How many flags change there.
  public int flags() {
    return flags;
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

  private static Optional<String> environment(Edit edit) {
    return switch (edit) {
      case Edit.SetField set when set.entity().kind().equals(EntityId.FLAG) -> of(set.field());
      case Edit.AddRule add -> Optional.of(add.environment());
      case Edit.MoveRule move -> Optional.of(move.environment());
      case Edit.RemoveRule remove -> Optional.of(remove.environment());
      case Edit.ReplaceTargeting replace -> Optional.of(replace.environment());
      default -> Optional.empty();
    };
  }

  private static Optional<String> of(String field) {
    return switch (FieldPath.parse(field)) {
      case FieldPath.State(var environment) -> Optional.of(environment);
      case FieldPath.Default(var environment) -> Optional.of(environment);
      case FieldPath.Targeting(var environment) -> Optional.of(environment);
      case FieldPath.Condition(var environment, _) -> Optional.of(environment);
      case FieldPath.Outcome(var environment, _) -> Optional.of(environment);
      case FieldPath.Position(var environment, _) -> Optional.of(environment);
      case FieldPath.Plain _,
          FieldPath.Variant _,
          FieldPath.Metadata _,
          FieldPath.Evaluator _,
          FieldPath.Counted _ ->
          FieldNames.environmentOfRules(field);
    };
  }

  private static String flag(Edit edit) {
    return switch (edit) {
      case Edit.SetField set -> set.entity().key();
      case Edit.AddRule add -> add.flag();
      case Edit.MoveRule move -> move.flag();
      case Edit.RemoveRule remove -> remove.flag();
      case Edit.ReplaceTargeting replace -> replace.flag();
      default -> "";
    };
  }
}
