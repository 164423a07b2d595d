package dev.flotilla.app.desktop.tagsets;

import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.exchange.FileWriting;
import dev.flotilla.model.TagSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The members of the open tag set, all of them or those that contain what somebody searches. What
/// is searched in is made off the FX thread, and only for sets that are searched; results that
/// nobody waits for any more are dropped.
///
/// Thread: FX.
final class MembersViewModel implements AutoCloseable {
  private final WorkspaceModel model;
  private final TagSetForm form;
  private final Texts texts;
  private final StringProperty query = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<List<String>> shown = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<TagSetUses> uses =
      new ReadOnlyObjectWrapper<>(TagSetUses.NONE);
  private final Subscription subscriptions;
  private @Nullable MemberIndex index;
  private @Nullable Set<String> indexed;
  private long asked;
  private boolean findingUses;
  private boolean usesOutdated;
  private boolean closed;

  MembersViewModel(WorkspaceModel model, TagSetForm form, Texts texts) {
    this.model = model;
    this.form = form;
    this.texts = texts;
    this.subscriptions =
        Subscription.combine(
            query.subscribe(this::search),
            form.tagSetProperty().subscribe(this::search),
            model.workspaceProperty().subscribe(this::findUses));
    search();
    findUses();
  }

  /// What the set is in.
  WorkspaceModel workspace() {
    return model;
  }

  TagSetForm form() {
    return form;
  }

  /// What somebody searches for.
  StringProperty queryProperty() {
    return query;
  }

  /// Those to be seen, in order.
  ReadOnlyObjectProperty<List<String>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /// How many those are, in words.
  ReadOnlyStringProperty countProperty() {
    return count.getReadOnlyProperty();
  }

  /// Why the last tag could not be added.
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// Where the set is used.
  ReadOnlyObjectProperty<TagSetUses> usesProperty() {
    return uses.getReadOnlyProperty();
  }

  /// Adds what somebody typed: one tag, or several with commas. Whether anything was to be added.
  boolean add(String text) {
    Set<String> there = form.tagSetProperty().get().members();
    Gathered found = Gathering.of(text, texts.of("tagsets.aTag"), there::contains);
    if (!found.examples().isEmpty()) {
      problem.set(found.examples().getFirst().why());
      return false;
    }
    if (found.fresh().isEmpty()) {
      problem.set(found.present() == 0 ? "" : texts.of("tagsets.present", text.strip()));
      return false;
    }
    problem.set("");
    var _ =
        model.editInParts(
            texts.of("tagsets.added", found.fresh().size(), form.key(), found.fresh().getFirst()),
            MemberEdits.adding(form.key(), found.fresh()));
    return true;
  }

  /// Takes these out, as one step of undo.
  void remove(List<String> members) {
    if (!members.isEmpty()) {
      var _ =
          model.editInParts(
              texts.of("tagsets.removed", members.size(), form.key(), members.getFirst()),
              MemberEdits.removing(form.key(), members));
    }
  }

  /// Writes what is shown into a file, one a line.
  void export(Path file) {
    List<String> lines = shown.get();
    model
        .ui()
        .background()
        .execute(() -> {
          String sentence = write(file, lines);
          model.ui().execute(() -> model.say(sentence));
        });
  }

  private String write(Path file, List<String> lines) {
    try {
      FileWriting.write(file, String.join("\n", lines) + "\n");
      return texts.of("tagsets.exported", lines.size(), String.valueOf(file.getFileName()));
    } catch (IOException e) {
      return texts.of("tagsets.notWritten", file.toString());
    }
  }

  private void search() {
    TagSet now = form.tagSetProperty().get();
    String wanted = query.get().strip();
    long question = ++asked;
    if (wanted.isEmpty()) {
      show(now, now.memberList());
      return;
    }
    MemberIndex known = now.members().equals(indexed) ? index : null;
    model
        .ui()
        .background()
        .execute(() -> {
          MemberIndex searched = known == null ? new MemberIndex(now.memberList()) : known;
          List<String> found = searched.containing(wanted);
          model
              .ui()
              .execute(() -> {
                index = searched;
                indexed = now.members();
                if (question == asked) {
                  show(now, found);
                }
              });
        });
  }

  private void show(TagSet now, List<String> members) {
    int all = now.members().size();
    count.set(
        members.size() == all
            ? texts.of("tagsets.count", all)
            : texts.of("tagsets.found", members.size(), all));
    shown.set(members);
  }

  private void findUses() {
    // One pass over all flags at a time, however fast others edit.
    usesOutdated = findingUses;
    var workspace = model.workspace();
    var tagSet = workspace.tagSet(form.key());
    if (tagSet.isPresent() && !findingUses && !closed) {
      findingUses = true;
      model
          .ui()
          .background()
          .execute(() -> {
            TagSetUses found = TagSetUses.of(workspace, tagSet.get());
            model.ui().execute(() -> foundUses(found));
          });
    }
  }

  private void foundUses(TagSetUses found) {
    findingUses = false;
    if (!closed) {
      uses.set(found);
    }
    if (usesOutdated) {
      findUses();
    }
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
    asked++;
    closed = true;
  }
}
