package dev.flotilla.app.desktop.conflicts;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.model.Choice;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The disputed elements of a set, each kept or removed.
final class SetView extends VBox {
  private static final int KEEP = 0;

  SetView(InboxEntry entry, Texts texts, Consumer<Map<ConflictView, Choice>> decide) {
    super(Space.MEDIUM);
    Map<String, Integer> picked = new HashMap<>();
    List<PickTable.Line> lines =
        entry.conflicts().stream()
            .map(one ->
                new PickTable.Line(
                    one.id(),
                    one.place(),
                    one.options().stream()
                        .map(option -> texts.of("inbox.set.side", option.choose(), option.who()))
                        .toList(),
                    KEEP))
            .toList();
    PickTable table =
        new PickTable(
            List.of(
                texts.of("inbox.set.element"),
                texts.of("inbox.set.added"),
                texts.of("inbox.set.removed")),
            lines,
            picked::put);
    Button use = Buttons.primary("inbox-set-use", texts.of("inbox.set.use"));
    use.setOnAction(_ -> decide.accept(choices(entry, picked)));
    getChildren().addAll(table, new HBox(use));
  }

  private static Map<ConflictView, Choice> choices(InboxEntry entry, Map<String, Integer> picked) {
    Map<ConflictView, Choice> choices = new LinkedHashMap<>();
    entry
        .conflicts()
        .forEach(one -> choices.put(one, new Choice.Pick(picked.getOrDefault(one.id(), KEEP))));
    return choices;
  }
}
