package dev.flotilla.net.node;

import dev.flotilla.model.Edit;
import dev.flotilla.model.Flag;
import java.nio.file.Path;
import java.util.List;

/// A process that says how a home looks to it.
final class ReadingChild {
  private ReadingChild() {}

  /// @param arguments the home
  public static void main(String[] arguments) throws HomeException {
    try (var node = Node.open(NodeOptions.of(Path.of(arguments[0])).withNetwork(false))) {
      var replica = node.replicas().getFirst();
      var workspace = replica.workspace();
      var description = workspace.flag("checkout").map(Flag::description).orElse("none");
      System.out.println("description: " + description);
      System.out.println("frozen: " + workspace.frozen());
      var outcome = replica.submit(List.of(Edit.tag("checkout", "x")), "").join();
      System.out.println("edit: " + (outcome instanceof EditOutcome.Done));
    }
  }
}
