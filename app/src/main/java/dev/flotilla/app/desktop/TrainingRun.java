package dev.flotilla.app.desktop;

import dev.flotilla.model.Edit;
import dev.flotilla.net.discovery.DiscoveryMode;
import dev.flotilla.net.node.HomeException;
import dev.flotilla.net.node.Node;
import dev.flotilla.net.node.NodeOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Touches what a start of the program touches, to train the AOT cache: opens a temporary home,
/// makes a workspace, edits it, and draws every main view.
public final class TrainingRun {
  private TrainingRun() {}

  public static void run() throws IOException, HomeException {
    Path home = Files.createTempDirectory("flotilla-training");
    try (WindowPictures pictures = WindowPictures.start()) {
      try (Node node = Node.open(NodeOptions.of(home).withDiscovery(DiscoveryMode.LOOPBACK))) {
        var replica = node.createWorkspace("Training");
        var _ = replica.submit(List.of(Edit.CreateFlag.bool("first")), "training").join();
        for (WindowPictures.View view : WindowPictures.View.values()) {
          pictures.write(node, replica.id(), view, home.resolve(view.name() + ".png"));
        }
      }
    } finally {
      delete(home);
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }
}
