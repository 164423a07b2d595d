package dev.flotilla.net.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.DeviceId;
import dev.flotilla.model.Workspace;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ClocksTest {
  @Test
  void clocksThatAgreeAreNotMentioned() {
    assertThat(alarms(0, 5_000, -5_000)).isEmpty();
    assertThat(alarms()).isEmpty();
  }

  @Test
  void aClockThatDiffersIsMentioned() {
    assertThat(alarms(6_000, 0))
        .containsExactly(
            "The clock of 01010101 is 6 s ahead of that of this machine: times in the history may"
                + " not follow each other.");
    assertThat(alarms(0, -3_600_000))
        .containsExactly(
            "The clock of 02020202 is 60 min behind that of this machine: set it, or history shows"
                + " wrong times.");
  }

  @Test
  void whoeverDiffersFromMostIsWrong() {
    assertThat(alarms(400_000, 401_000, 402_000, 0))
        .containsExactly(
            "The clock of this machine is 6 min behind those of most others: set it, or history"
                + " shows wrong times.");
  }

  private static List<String> alarms(long... offsets) {
    var byDevice = new TreeMap<DeviceId, Long>();
    for (var i = 0; i < offsets.length; i++) {
      byDevice.put(DeviceId.parse(("0" + (i + 1)).repeat(32)), offsets[i]);
    }
    return Clocks.alarms(byDevice, Workspace.EMPTY);
  }
}
