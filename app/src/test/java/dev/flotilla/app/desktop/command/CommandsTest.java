package dev.flotilla.app.desktop.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

class CommandsTest {
  private final List<String> done = new ArrayList<>();
  private final Commands commands = new Commands();

  @Test
  void aKeyDoesWhatThePageOffersBeforeWhatTheWindowOffers() {
    commands.add(() -> List.of(command("page").on("F7")));
    commands.add(() -> List.of(command("window").on("F7")));

    commands.on(pressed(KeyCode.F7)).orElseThrow().run().run();

    assertThat(done).containsExactly("page");
  }

  @Test
  void whatCannotBeDoneNowHasNoKeyAndDoesNotRun() {
    AtomicBoolean possible = new AtomicBoolean();
    commands.add(() -> List.of(command("undo").on("F8").when(possible::get)));

    assertThat(commands.on(pressed(KeyCode.F8))).isEmpty();
    assertThat(commands.run("undo")).isFalse();

    possible.set(true);

    assertThat(commands.run("undo")).isTrue();
    assertThat(done).containsExactly("undo");
  }

  @Test
  void sourcesAreAskedEachTimeAndAnIdIsListedOnce() {
    List<Command> coming = new ArrayList<>(List.of(command("a")));
    commands.add(() -> coming);
    commands.add(() -> List.of(command("a"), command("b")));

    assertThat(commands.all()).extracting(Command::id).containsExactly("a", "b");

    coming.add(command("c"));

    assertThat(commands.all()).extracting(Command::id).containsExactly("a", "c", "b");
  }

  @Test
  void aCommandAnswersToEachOfItsKeysAndNamesTheFirst() {
    commands.add(() -> List.of(command("redo").on("F7").alsoOn("F8").named("Redo")));

    assertThat(commands.on(pressed(KeyCode.F7))).isPresent();
    assertThat(commands.on(pressed(KeyCode.F8))).isPresent();
    assertThat(commands.all().getFirst().keys().orElseThrow().getName()).isEqualTo("F7");
  }

  private Command command(String id) {
    return Command.of(id, Command.Group.GO, id, Feather.X, () -> done.add(id));
  }

  private static KeyEvent pressed(KeyCode code) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
  }
}
