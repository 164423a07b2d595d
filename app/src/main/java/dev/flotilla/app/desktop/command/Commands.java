package dev.flotilla.app.desktop.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.input.KeyEvent;

/// All that can be done in one window. Sources are asked each time, so that commands can come and
/// go with what is shown; of two with one id or one key the first counts.
///
/// Thread: FX.
public final class Commands {
  private final List<Supplier<List<Command>>> sources = new ArrayList<>();

  /// Adds a source behind those that are there.
  public void add(Supplier<List<Command>> source) {
    sources.add(source);
  }

  /// Everything that is offered now, in the order of the sources.
  public List<Command> all() {
    Set<String> ids = new HashSet<>();
    return sources.stream()
        .flatMap(source -> source.get().stream())
        .filter(command -> ids.add(command.id()))
        .toList();
  }

  /// What the key stands for; nothing if that cannot be done now.
  public Optional<Command> on(KeyEvent event) {
    return all().stream()
        .filter(command -> command.isOn(event))
        .findFirst()
        .filter(command -> command.enabled().getAsBoolean());
  }

  /// Does the command of this id, if it is there and can be done now.
  public boolean run(String id) {
    Optional<Command> found =
        all().stream()
            .filter(command -> command.id().equals(id) && command.enabled().getAsBoolean())
            .findFirst();
    found.ifPresent(command -> command.run().run());
    return found.isPresent();
  }
}
