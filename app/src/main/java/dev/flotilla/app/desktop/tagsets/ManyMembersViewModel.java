package dev.flotilla.app.desktop.tagsets;

import dev.flotilla.app.desktop.session.Parts;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.model.Edit;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Adds many tags to a set: pasted, or read from a file. Says what is new, there already, named
/// twice or no tag before anything is done; then does it as one step of undo.
///
/// Thread: FX; reading happens in the background.
final class ManyMembersViewModel {
  /// Lines between two looks at how far it is, and at whether somebody has enough.
  private static final int STRIDE = 4096;

  private final WorkspaceModel model;
  private final TagSetForm form;
  private final Texts texts;
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Gathered> gathered =
      new ReadOnlyObjectWrapper<>(Gathered.NOTHING);
  private final ReadOnlyStringWrapper source = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();

  /// The number of the last question: answers to earlier ones are dropped.
  private final AtomicLong asked = new AtomicLong();

  private @Nullable Parts running;

  ManyMembersViewModel(WorkspaceModel model, TagSetForm form, Texts texts) {
    this.model = model;
    this.form = form;
    this.texts = texts;
    text.subscribe(this::look);
  }

  String key() {
    return form.key();
  }

  /// What was typed or pasted.
  StringProperty textProperty() {
    return text;
  }

  /// What is in the text or the file.
  ReadOnlyObjectProperty<Gathered> gatheredProperty() {
    return gathered.getReadOnlyProperty();
  }

  /// The name of the file that was read; empty where the text counts.
  ReadOnlyStringProperty sourceProperty() {
    return source.getReadOnlyProperty();
  }

  /// Why it cannot be done.
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// Whether a file is being read, or tags are being added.
  ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /// From 0 to 1.
  ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  private void look(String typed) {
    long question = asked.incrementAndGet();
    source.set("");
    problem.set("");
    model
        .ui()
        .background()
        .execute(() -> {
          Gathered found = Gathering.of(typed, texts.of("tagsets.aTag"), members()::contains);
          model.ui().execute(() -> show(question, found));
        });
  }

  private void show(long question, Gathered found) {
    if (question == asked.get()) {
      gathered.set(found);
      busy.set(false);
    }
  }

  /// Reads a file, which takes the place of the text.
  void read(Path file) {
    text.set("");
    long question = asked.incrementAndGet();
    busy.set(true);
    progress.set(0);
    source.set(String.valueOf(file.getFileName()));
    model.ui().background().execute(() -> read(file, question));
  }

  private void read(Path file, long question) {
    String sentence;
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      var gathering = new Gathering(texts.of("tagsets.aTag"), members()::contains);
      double size = Math.max(Files.size(file), 1);
      long chars = 0;
      int lines = 0;
      String line = reader.readLine();
      while (line != null && question == asked.get()) {
        gathering.add(line);
        chars += line.length() + 1L;
        if (++lines % STRIDE == 0) {
          double done = Math.min(chars / size, 1);
          model.ui().execute(() -> progress.set(done));
        }
        line = reader.readLine();
      }
      Gathered found = gathering.result();
      model.ui().execute(() -> show(question, found));
      return;
    } catch (CharacterCodingException e) {
      sentence = texts.of("tagsets.notText", String.valueOf(file.getFileName()));
    } catch (IOException e) {
      sentence = texts.of("tagsets.notRead", String.valueOf(file.getFileName()));
    }
    String said = sentence;
    model
        .ui()
        .execute(() -> {
          if (question == asked.get()) {
            source.set("");
            problem.set(said);
            show(question, Gathered.NOTHING);
          }
        });
  }

  private Set<String> members() {
    return form.tagSetProperty().get().members();
  }

  /// Adds what is new; `close` is called once that is done.
  void add(Runnable close) {
    List<String> fresh = gathered.get().fresh();
    busy.set(true);
    progress.set(0);
    model
        .ui()
        .background()
        .execute(() -> {
          List<List<Edit>> parts = MemberEdits.adding(form.key(), fresh);
          model.ui().execute(() -> add(parts, fresh, close));
        });
  }

  private void add(List<List<Edit>> parts, List<String> fresh, Runnable close) {
    Parts started =
        model.editInParts(
            texts.of("tagsets.added", fresh.size(), form.key(), fresh.getFirst()), parts);
    running = started;
    started.progressProperty().subscribe(done -> progress.set(done.doubleValue()));
    var _ =
        started
            .end()
            .thenAccept(refusal -> {
              running = null;
              busy.set(false);
              if (refusal.isPresent()) {
                problem.set(refusal.get());
              } else {
                close.run();
              }
            });
  }

  /// Has enough: of reading, or of adding, of which what is done stays and can be taken back.
  void cancel() {
    Parts adding = running;
    if (adding != null) {
      adding.cancel();
    } else {
      asked.incrementAndGet();
      busy.set(false);
      source.set("");
      gathered.set(Gathered.NOTHING);
    }
  }
}
