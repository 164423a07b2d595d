package dev.flotilla.crdt.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import org.junit.jupiter.api.Test;

class DisableWinsFlagTest {

  private static final Dot ADA_1 = new Dot(new ReplicaId(1, 0), 1);
  private static final Dot BOB_1 = new Dot(new ReplicaId(2, 0), 1);
  private static final Dot BOB_2 = BOB_1.next();

  private static final DisableWinsFlag OFF = DisableWinsFlag.OFF;

  @Test
  void turningOffWinsOverATurningOnThatHasNotSeenIt() {
    var on = OFF.enable(ADA_1);
    var off = OFF.disable(BOB_1);

    assertThat(off.applyTo(on.applyTo(OFF)).isEnabled()).isFalse();
    assertThat(on.applyTo(off.applyTo(OFF)).isEnabled()).isFalse();
  }

  @Test
  void turningOnWhatWasSeenTurnsOn() {
    var off = OFF.disable(ADA_1).applyTo(OFF);

    var on = off.enable(BOB_1).applyTo(off);

    assertThat(on.isEnabled()).isTrue();
    assertThat(on.join(off).isEnabled()).isTrue();
    assertThat(on.disable(BOB_2).applyTo(on).isEnabled()).isFalse();
  }

  @Test
  void isOffUntilSomebodyTurnsItOn() {
    assertThat(OFF.isEnabled()).isFalse();
    assertThat(OFF.enable(ADA_1).applyTo(OFF).isEnabled()).isTrue();
  }
}
