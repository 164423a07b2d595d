package dev.flotilla.app.desktop.shell;

import atlantafx.base.controls.ModalPane;
import dev.flotilla.app.desktop.control.Confirm;
import dev.flotilla.app.desktop.page.Frame;
import dev.flotilla.app.desktop.session.ProtectedEdit;
import dev.flotilla.app.desktop.session.ProtectedEdit.Effect;
import dev.flotilla.app.desktop.text.Texts;
import java.util.SortedSet;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Asks before something changes in a protected environment. However the question goes away, it has
/// an answer: without a yes nothing is changed.
final class ProtectedDialog {
  /// More flags are counted, not named.
  private static final int NAMED_MAX = 3;

  private final ModalPane modal;
  private final Frame frame;
  private final Texts texts;
  private @Nullable ProtectedEdit asked;

  ProtectedDialog(ModalPane modal, Frame frame, Texts texts) {
    this.modal = modal;
    this.frame = frame;
    this.texts = texts;
  }

  void ask(ProtectedEdit edit) {
    ProtectedEdit open = asked;
    if (open != null && !open.isAnswered()) {
      // The question that is open is about something else.
      edit.answer(false);
      return;
    }
    asked = edit;
    if (modal.isDisplay()) {
      // A dialog that is open has shown what it is about to do, and where.
      edit.answer(true);
      return;
    }
    String environments = String.join(", ", edit.environments());
    Confirm.Asked question =
        Confirm.ask(
            "protected-edit",
            texts.of("protected.title", environments),
            text(edit, environments),
            texts.of("protected.yes"),
            texts,
            frame::closeDialog,
            () -> edit.answer(true));
    frame.show(question.dialog(), question.first());
    Subscription[] gone = new Subscription[1];
    // After the yes, which closes the dialog first.
    Runnable no =
        () ->
            Platform.runLater(() -> {
              gone[0].unsubscribe();
              edit.answer(false);
            });
    gone[0] =
        Subscription.combine(
            modal.displayProperty().subscribe((_, _) -> no.run()),
            modal.contentProperty().subscribe((_, _) -> no.run()));
  }

  /// What applications get from it.
  private String text(ProtectedEdit edit, String environments) {
    StringJoiner lines = new StringJoiner("\n");
    if (!edit.step().isEmpty()) {
      lines.add(edit.step() + "\n");
    }
    for (Effect effect : Effect.values()) {
      SortedSet<String> flags = edit.flags(effect);
      if (!flags.isEmpty()) {
        lines.add(texts.of(words(effect), (long) flags.size(), environments, named(flags)));
      }
    }
    boolean isWhole = Stream.of(Effect.values()).allMatch(effect -> edit.flags(effect).isEmpty());
    return isWhole
        ? lines.add(texts.of("protected.whole", environments)).toString()
        : lines.toString();
  }

  private static String words(Effect effect) {
    return switch (effect) {
      case CHANGES -> "protected.changes";
      case GOES -> "protected.goes";
      case COMES -> "protected.comes";
    };
  }

  private String named(SortedSet<String> flags) {
    String first = flags.stream().limit(NAMED_MAX).collect(Collectors.joining(", "));
    return flags.size() <= NAMED_MAX
        ? first
        : texts.of("protected.more", first, flags.size() - NAMED_MAX);
  }
}
