package dev.flotilla.benchmarks;

import dev.flotilla.testkit.workspace.ManyFlags;
import java.util.List;
import org.apache.pekko.cluster.ddata.LWWMap;
import org.apache.pekko.cluster.ddata.ORMultiMap;
import org.apache.pekko.cluster.ddata.SelfUniqueAddress;

/// Pekko's side: a map of what is on, one of descriptions, and one of tags. Edits are told with the
/// deltas that these make, the state is the sum of the three, each as Pekko's serialiser writes it:
/// without the messages of its Replicator around them, and nothing is signed.
final class FlagsInPekko implements ByteTable.Flags {
  private static final SelfUniqueAddress MAKER = Nodes.ME;
  private static final SelfUniqueAddress SWITCHER = Nodes.node(1);

  private LWWMap<String, Boolean> enabled = LWWMap.create();
  private LWWMap<String, String> descriptions = LWWMap.create();
  private ORMultiMap<String, String> tags = ORMultiMap.emptyWithValueDeltas();

  @Override
  public void create(List<ManyFlags.Made> made) {
    for (var flag : made) {
      enabled = enabled.put(MAKER, flag.key(), flag.enabled());
      descriptions = descriptions.put(MAKER, flag.key(), flag.description());
      for (var tag : flag.tags()) {
        tags = tags.addBindingBy(flag.key(), tag, MAKER);
      }
    }
    enabled = enabled.resetDelta();
    descriptions = descriptions.resetDelta();
    tags = tags.resetDelta();
  }

  @Override
  public int toggle(List<Integer> flags, boolean together) {
    var bytes = 0;
    for (var flag : flags) {
      var key = ManyFlags.key(flag);
      enabled = enabled.put(SWITCHER, key, !enabled.get(key).get());
      if (!together) {
        bytes += told();
      }
    }
    return together ? told() : bytes;
  }

  @Override
  public int state() {
    return Wire.pekko(enabled).length + Wire.pekko(descriptions).length + Wire.pekko(tags).length;
  }

  private int told() {
    var bytes = Wire.pekko(enabled.delta().get()).length;
    enabled = enabled.resetDelta();
    return bytes;
  }
}
