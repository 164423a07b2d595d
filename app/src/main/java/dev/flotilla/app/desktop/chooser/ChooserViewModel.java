package dev.flotilla.app.desktop.chooser;

import dev.flotilla.app.desktop.fx.UiBridge;
import dev.flotilla.app.desktop.text.Texts;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

/// Create, join or open a workspace. The list follows what other programs do in this home.
///
/// Thread: FX.
public final class ChooserViewModel implements AutoCloseable {
  private static final String FIRST_ENVIRONMENT = "production";
  private static final Pattern COMMAS = Pattern.compile("[,\\s]+");
  private static final Pattern ENVIRONMENT = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final WorkspaceShelf shelf;
  private final UiBridge ui;
  private final Texts texts;
  private final Consumer<String> onOpen;
  private final ObservableList<WorkspaceShelf.Entry> entries = FXCollections.observableArrayList();
  private final StringProperty name = new SimpleStringProperty("");
  private final StringProperty environments = new SimpleStringProperty(FIRST_ENVIRONMENT);
  private final StringProperty invitation = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper createError = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper joinError = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper joinHint = new ReadOnlyStringWrapper("");
  private final Subscription changes;
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyBooleanWrapper joinable = new ReadOnlyBooleanWrapper(false);

  /// `onOpen` gets the id of the workspace to open.
  public ChooserViewModel(WorkspaceShelf shelf, UiBridge ui, Texts texts, Consumer<String> onOpen) {
    this.shelf = shelf;
    this.ui = ui;
    this.texts = texts;
    this.onOpen = onOpen;
    name.subscribe(_ -> createError.set(""));
    environments.subscribe(_ -> createError.set(""));
    invitation.subscribe(this::check);
    changes = shelf.onChange(() -> ui.execute(this::refresh));
    refresh();
  }

  /// No longer follows the list.
  @Override
  public void close() {
    changes.unsubscribe();
  }

  /// Counts anew what the workspaces hold, on the calling thread, and shows it. Any thread.
  public void recount() {
    List<WorkspaceShelf.Entry> newest = shelf.entries();
    ui.execute(() -> show(newest));
  }

  private void refresh() {
    show(shelf.entries());
  }

  private void show(List<WorkspaceShelf.Entry> newest) {
    if (!newest.equals(entries)) {
      entries.setAll(newest);
    }
  }

  ObservableList<WorkspaceShelf.Entry> entries() {
    return entries;
  }

  String deviceName() {
    return shelf.deviceName();
  }

  StringProperty nameProperty() {
    return name;
  }

  /// Names of the first environments, with commas between.
  StringProperty environmentsProperty() {
    return environments;
  }

  StringProperty invitationProperty() {
    return invitation;
  }

  ReadOnlyStringProperty createErrorProperty() {
    return createError.getReadOnlyProperty();
  }

  ReadOnlyStringProperty joinErrorProperty() {
    return joinError.getReadOnlyProperty();
  }

  /// What a valid invitation leads to.
  ReadOnlyStringProperty joinHintProperty() {
    return joinHint.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty joinableProperty() {
    return joinable.getReadOnlyProperty();
  }

  void open(WorkspaceShelf.Entry entry) {
    onOpen.accept(entry.id());
  }

  void create() {
    String wanted = name.get().strip();
    if (wanted.isEmpty()) {
      createError.set(texts.of("chooser.create.unnamed"));
      return;
    }
    List<String> names =
        COMMAS
            .splitAsStream(environments.get().strip())
            .filter(environment -> !environment.isEmpty())
            .distinct()
            .toList();
    for (String environment : names) {
      if (!ENVIRONMENT.matcher(environment).matches()) {
        createError.set(texts.of("chooser.create.environment.invalid", environment));
        return;
      }
    }
    if (names.isEmpty()) {
      createError.set(texts.of("chooser.create.environment.none"));
      return;
    }
    run(shelf.create(wanted, names), createError);
  }

  void join() {
    if (joinable.get() && !busy.get()) {
      joinHint.set(texts.of("chooser.join.busy"));
      run(shelf.join(invitation.get().strip()), joinError);
    }
  }

  private void run(CompletionStage<WorkspaceShelf.Outcome> stage, ReadOnlyStringWrapper error) {
    busy.set(true);
    error.set("");
    var _ =
        stage.whenComplete((outcome, failure) ->
            ui.execute(() -> {
              busy.set(false);
              if (failure != null) {
                error.set(texts.of("chooser.failed", String.valueOf(failure.getMessage())));
              } else {
                finish(outcome, error);
              }
            }));
  }

  private void finish(WorkspaceShelf.Outcome outcome, ReadOnlyStringWrapper error) {
    switch (outcome) {
      case WorkspaceShelf.Outcome.Ready ready -> {
        refresh();
        name.set("");
        invitation.set("");
        onOpen.accept(ready.id());
      }
      case WorkspaceShelf.Outcome.Refused refused -> {
        joinHint.set("");
        error.set(refused.sentence());
      }
    }
  }

  private void check(String text) {
    joinError.set("");
    joinHint.set("");
    joinable.set(false);
    if (text.isBlank()) {
      return;
    }
    switch (shelf.read(text.strip())) {
      case WorkspaceShelf.Pasted.Invitation valid -> {
        joinable.set(true);
        joinHint.set(texts.of("chooser.join.valid", valid.workspaceName(), valid.inviter()));
      }
      case WorkspaceShelf.Pasted.Wrong wrong -> joinError.set(wrong.sentence());
    }
  }
}
