package dev.flotilla.app.desktop.causality.rehearsal;

import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.rehearsal.Act;
import dev.flotilla.app.rehearsal.Practice;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Value;
import java.math.BigDecimal;
import java.util.List;

/// Edits of the sample, each with words for its label in the diagram.
final class Acts {
  private final Texts texts;

  Acts(Texts texts) {
    this.texts = texts;
  }

  /// Turns the switch on or off.
  Act.Change flip(int machine, boolean on) {
    String words = texts.of(on ? "rehearsal.act.on" : "rehearsal.act.off", Practice.SWITCH);
    return change(machine, words, Practice.set(Practice.SWITCH, Value.of(on)));
  }

  /// Writes the text.
  Act.Change write(int machine, String text) {
    String words = texts.of("rehearsal.act.text", Practice.TEXT, text);
    return change(machine, words, Practice.set(Practice.TEXT, Value.of(text)));
  }

  /// Sets the number.
  Act.Change count(int machine, BigDecimal number) {
    String words = texts.of("rehearsal.act.number", Practice.NUMBER, number.toPlainString());
    return change(machine, words, Practice.set(Practice.NUMBER, new Value.Number(number)));
  }

  Act.Change tag(int machine, String key, String tag) {
    return change(machine, texts.of("rehearsal.act.tag", key, tag), Edit.tag(key, tag));
  }

  Act.Change untag(int machine, String key, String tag) {
    return change(machine, texts.of("rehearsal.act.untag", key, tag), Edit.untag(key, tag));
  }

  Act.Change delete(int machine, String key) {
    String words = texts.of("rehearsal.act.delete", key);
    return change(machine, words, new Edit.DeleteEntity(EntityId.flag(key)));
  }

  /// Creates a flag again that was deleted.
  Act.Change create(int machine, String key) {
    return change(machine, texts.of("rehearsal.act.create", key), Practice.create(key));
  }

  /// Decides a conflict.
  Act.Change decide(int machine, Edit.Resolve edit) {
    return change(machine, texts.of("conflicts.resolved"), edit);
  }

  private static Act.Change change(int machine, String message, Edit edit) {
    return new Act.Change(machine, message, List.of(edit));
  }
}
