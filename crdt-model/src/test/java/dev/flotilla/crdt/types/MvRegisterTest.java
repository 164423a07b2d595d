package dev.flotilla.crdt.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.flotilla.crdt.CausalContext;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.Limits;
import dev.flotilla.crdt.ReplicaId;
import org.junit.jupiter.api.Test;

class MvRegisterTest {

  private static final Dot ADA_1 = new Dot(new ReplicaId(1, 0), 1);
  private static final Dot ADA_2 = ADA_1.next();
  private static final Dot BOB_1 = new Dot(new ReplicaId(2, 0), 1);

  private static final MvRegister<String> EMPTY = MvRegister.empty();

  @Test
  void keepsConcurrentWritesInTheOrderOfTheirDots() {
    var ada = EMPTY.write(ADA_1, "Ada's");
    var bob = EMPTY.write(BOB_1, "Bob's");

    var converged = ada.applyTo(bob.applyTo(EMPTY));

    assertThat(EMPTY.values()).isEmpty();
    assertThat(converged.values()).containsExactly("Ada's", "Bob's");
    assertThat(converged).isEqualTo(bob.applyTo(ada.applyTo(EMPTY)));
  }

  @Test
  void aWriteSupersedesAllThatItsAuthorSaw() {
    var ada = EMPTY.write(ADA_1, "Ada's");
    var both = EMPTY.write(BOB_1, "Bob's").applyTo(ada.applyTo(EMPTY));

    var resolution = both.write(ADA_2, "settled");
    var settled = resolution.applyTo(both);

    assertThat(settled.values()).containsExactly("settled");
    assertThat(ada.applyTo(settled)).as("an old write returns").isEqualTo(settled);
    assertThat(resolution.fragment().causal().context())
        .isEqualTo(CausalContext.of(ADA_1, ADA_2, BOB_1));
  }

  @Test
  void aWriteLeavesWhatItsAuthorDidNotSee() {
    var ada = EMPTY.write(ADA_1, "first").applyTo(EMPTY);
    var second = ada.write(ADA_2, "second");
    var withBob = EMPTY.write(BOB_1, "Bob's").applyTo(ada);

    assertThat(second.applyTo(withBob).values()).containsExactly("second", "Bob's");
    assertThat(second.applyTo(second.applyTo(withBob))).isEqualTo(second.applyTo(withBob));
  }

  @Test
  void refusesAValueThatIsTooLarge() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EMPTY.write(ADA_1, "a".repeat(Limits.VALUE_BYTES_MAX + 1)));
  }
}
