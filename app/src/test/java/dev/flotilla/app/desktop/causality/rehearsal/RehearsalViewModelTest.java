package dev.flotilla.app.desktop.causality.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.causality.model.CausalityModel;
import dev.flotilla.app.desktop.fx.UiBridge;
import dev.flotilla.app.rehearsal.Act;
import dev.flotilla.app.rehearsal.Practice;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RehearsalViewModelTest {
  private static final int ANA = 0;
  private static final int BEN = 1;
  private static final int CLEO = 2;

  private final RehearsalViewModel model =
      new RehearsalViewModel(new UiBridge(Runnable::run), Sketches.TEXTS, Sketches.moments());

  @Test
  void anEditShowsOnAllCardsWhileTheNetworkIsWhole() {
    model.flip(ANA);

    assertThat(model.sceneProperty().get().cards())
        .allMatch(card -> card.flags().getFirst().isOn())
        .allMatch(card -> card.missing() == 0);
    assertThat(said()).isEqualTo("Ana: dark-mode on. Every machine has it already.");
  }

  @Test
  void aCardTellsWhatItsMachineLacksBehindACut() {
    model.perform(new Act.Toggle(0));
    assertThat(said())
        .isEqualTo("The network is cut between Ana and Ben. Everybody can go on working.");

    model.write(ANA, "Hi there");

    assertThat(said()).isEqualTo("Ana: greeting: Hi there. Ben, Cleo do not have it.");
    assertThat(model.sceneProperty().get().cards())
        .extracting(MachineCard::missing)
        .containsExactly(0, 1, 1);
    assertThat(model.sceneProperty().get().cards().get(ANA).isAlone()).isTrue();
    assertThat(model.sceneProperty().get().cards().get(CLEO).isAlone()).isFalse();
  }

  @Test
  void aConflictWaitsAtEachMachineAndIsDecidedAtOne() {
    apartAndBack();
    assertThat(said()).endsWith("1 conflict waits for a decision.");
    for (int machine = 0; machine < 3; machine++) {
      assertThat(model.teamProperty().get().conflicts(machine).countProperty().get()).isEqualTo(1);
    }

    String id = machine(BEN).conflicts().getFirst().id();
    model.perform(
        model
            .acts()
            .decide(
                BEN,
                new dev.flotilla.model.Edit.Resolve(id, new dev.flotilla.model.Choice.Pick(1))));

    assertThat(model.sceneProperty().get().cards()).allMatch(card -> card.conflicts() == 0);
    assertThat(model.teamProperty().get().conflicts(CLEO).countProperty().get()).isZero();
  }

  @Test
  void theDiagramHasWhatWasDoneAndForgetsWhatWasTakenBack() {
    model.flip(ANA);
    model.write(BEN, "Hi");
    assertThat(lastMessages()).containsExactly("dark-mode on", "greeting: Hi");

    model.undo();

    assertThat(lastMessages()).contains("dark-mode on").doesNotContain("greeting: Hi");
    assertThat(said()).isEqualTo("The last step has never been.");
  }

  @Test
  void anotherNumberOfMachinesBeginsAnew() {
    model.flip(ANA);

    model.restart(5);

    assertThat(model.sceneProperty().get().cards()).hasSize(5);
    assertThat(model.sceneProperty().get().changes()).isZero();
    assertThat(model.teamProperty().get().conflicts(4).countProperty().get()).isZero();
    model.flip(4);
    assertThat(model.sceneProperty().get().cards().get(ANA).flags().getFirst().isOn()).isTrue();
  }

  @Test
  void whatChangesNothingIsNoStep() {
    model.write(ANA, "Hello");
    model.write(ANA, " ");
    model.move(ANA, -1);
    model.perform(model.acts().count(ANA, BigDecimal.ZERO));
    model.count(ANA, -1);

    assertThat(model.sceneProperty().get().steps()).isEqualTo(1);
  }

  @Test
  void aFlagThatWasDeletedBehindACutAndEditedIsAConflict() {
    model.perform(new Act.Toggle(1));
    model.perform(model.acts().delete(ANA, Practice.NUMBER));
    model.count(CLEO, 1);
    model.perform(new Act.Mend());

    assertThat(machine(BEN).conflicts()).hasSize(1);
    assertThat(model.sceneProperty().get().cards().get(BEN).flags().getLast().isDisputed())
        .isTrue();
  }

  @Test
  void aMorningIsPlayedToItsEndAndIsTheSameForTheSameSeed() {
    List<String> one = morning();
    List<String> other = morning();

    assertThat(one).hasSizeGreaterThan(5).isEqualTo(other);
    assertThat(model.sceneProperty().get().line().cuts()).isEmpty();
    assertThat(model.sceneProperty().get().cards()).allMatch(card -> card.missing() == 0);
  }

  @Test
  void playingStopsWhenSomebodyTakesAStepBack() {
    model.play();
    assertThat(model.playingProperty().get()).isTrue();

    model.undo();
    int changes = model.sceneProperty().get().changes();
    model.tick();

    assertThat(model.playingProperty().get()).isFalse();
    assertThat(model.sceneProperty().get().changes()).isEqualTo(changes);
  }

  @Test
  void timePassesAndClocksCanBeWrong() {
    var before = model.sceneProperty().get().now();
    model.perform(new Act.Pass(RehearsalViewModel.HOUR));
    model.perform(new Act.SetClock(BEN, Duration.ofMinutes(30)));

    assertThat(model.sceneProperty().get().now()).isEqualTo(before.plus(Duration.ofHours(1)));
    assertThat(model.sceneProperty().get().cards().get(BEN).ahead())
        .isEqualTo(Duration.ofMinutes(30));
    assertThat(said()).isEqualTo("The clock of Ben is 30 minutes ahead now.");
  }

  private List<String> morning() {
    RehearsalViewModel own =
        new RehearsalViewModel(new UiBridge(Runnable::run), Sketches.TEXTS, Sketches.moments());
    own.play();
    while (own.playingProperty().get()) {
      own.tick();
    }
    return own.rehearsal().done().stream().map(change -> change.message()).toList();
  }

  private void apartAndBack() {
    model.perform(new Act.Toggle(0));
    model.write(ANA, "Hi there");
    model.write(BEN, "Good morning");
    model.perform(new Act.Toggle(0));
  }

  private dev.flotilla.model.Workspace machine(int at) {
    return model.rehearsal().fleet().machines().get(at).workspace();
  }

  private String said() {
    return model.saidProperty().get();
  }

  private List<String> lastMessages() {
    CausalityModel causality = model.causalityProperty().get();
    CausalHistory history = causality.historyProperty().get();
    return history.events().stream()
        .map(causality::headline)
        .toList()
        .subList(history.size() - 2, history.size());
  }
}
