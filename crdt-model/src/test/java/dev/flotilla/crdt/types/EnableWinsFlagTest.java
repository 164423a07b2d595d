package dev.flotilla.crdt.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import org.junit.jupiter.api.Test;

class EnableWinsFlagTest {

  private static final Dot ADA_1 = new Dot(new ReplicaId(1, 0), 1);
  private static final Dot BOB_1 = new Dot(new ReplicaId(2, 0), 1);
  private static final Dot BOB_2 = BOB_1.next();

  @Test
  void turningOnWinsOverATurningOffThatHasNotSeenIt() {
    var on = EnableWinsFlag.OFF.enable(ADA_1);
    var off = EnableWinsFlag.OFF.disable(BOB_1);

    assertThat(off.applyTo(on.applyTo(EnableWinsFlag.OFF)).isEnabled()).isTrue();
    assertThat(on.applyTo(off.applyTo(EnableWinsFlag.OFF)).isEnabled()).isTrue();
  }

  @Test
  void turningOffWhatWasSeenTurnsOff() {
    var on = EnableWinsFlag.OFF.enable(ADA_1).applyTo(EnableWinsFlag.OFF);

    var off = on.disable(BOB_1).applyTo(on);

    assertThat(off.isEnabled()).isFalse();
    assertThat(off.join(on).isEnabled()).isFalse();
    assertThat(off.enable(BOB_2).applyTo(off).isEnabled()).isTrue();
  }
}
