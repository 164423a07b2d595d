package dev.flotilla.testkit;

import dev.flotilla.testkit.workspace.WorkspaceStates;
import java.util.List;

/// Every replicated type there is, for tests that hold for all of them. [AllTypesTest] fails if one
/// is missing here or has no test of its laws.
final class AllTypes {

  private static final List<Replicated<?, ?>> ALL =
      List.of(
          new AddWinsGraphs(),
          new CausalContexts(),
          new DisableWinsFlags(),
          new EnableWinsFlags(),
          new FugueLists(),
          new FugueTrees(),
          new GCounters(),
          new GSets(),
          new LwwMaps(),
          new LwwRegisters(),
          new MovableLists(),
          new MovableTrees(),
          new MvRegisters(),
          new OrMaps(),
          new OrSets(),
          new PnCounters(),
          new RemoveWinsSets(),
          new SiblingRegisters(),
          new TwoPhaseSets(),
          new VectorClocks(),
          new VersionVectors(),
          new WorkspaceStates());

  private AllTypes() {}

  /// One way to use each type; some types are used in several ways.
  static List<Replicated<?, ?>> all() {
    return ALL;
  }

  /// The name of a type in the name of a test.
  static String name(Replicated<?, ?> type) {
    return type.getClass().getSimpleName();
  }
}
