package dev.flotilla.app.desktop.chooser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.fx.UiBridge;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javafx.util.Subscription;
import org.junit.jupiter.api.Test;

class ChooserViewModelTest {
  private final List<String> opened = new ArrayList<>();
  private final Shelf shelf = new Shelf();
  private final ChooserViewModel chooser =
      new ChooserViewModel(shelf, new UiBridge(Runnable::run), Sketches.TEXTS, opened::add);

  @Test
  void aNewWorkspaceIsOpenedWithItsEnvironments() {
    chooser.nameProperty().set(" Team ");
    chooser.environmentsProperty().set("development, production");

    chooser.create();

    assertThat(shelf.created).containsExactly("Team[development, production]");
    assertThat(opened).containsExactly("new");
  }

  @Test
  void aWorkspaceWithoutANameOrWithAnImpossibleEnvironmentIsNotCreated() {
    chooser.create();
    assertThat(chooser.createErrorProperty().get()).isNotEmpty();

    chooser.nameProperty().set("Team");
    chooser.environmentsProperty().set("a/b");
    chooser.create();

    assertThat(chooser.createErrorProperty().get()).contains("a/b");
    assertThat(shelf.created).isEmpty();
  }

  @Test
  void aPastedTextIsCheckedAtOnce() {
    chooser.invitationProperty().set("nonsense");
    assertThat(chooser.joinErrorProperty().get()).isEqualTo("This is no invitation.");
    assertThat(chooser.joinableProperty().get()).isFalse();

    chooser.invitationProperty().set("good");

    assertThat(chooser.joinErrorProperty().get()).isEmpty();
    assertThat(chooser.joinHintProperty().get()).contains("Team");
    assertThat(chooser.joinableProperty().get()).isTrue();
  }

  @Test
  void aRefusedInvitationIsSaidAndNothingIsOpened() {
    chooser.invitationProperty().set("good");

    chooser.join();
    assertThat(chooser.busyProperty().get()).isTrue();
    shelf.joining.complete(new WorkspaceShelf.Outcome.Refused("It was used already."));

    assertThat(chooser.busyProperty().get()).isFalse();
    assertThat(chooser.joinErrorProperty().get()).isEqualTo("It was used already.");
    assertThat(opened).isEmpty();
  }

  @Test
  void aWorkspaceThatAnotherProgramMakesAppearsUntilTheChooserIsLeft() {
    shelf.add(new WorkspaceShelf.Entry("1", "Team", 0, 1));
    assertThat(chooser.entries()).extracting(WorkspaceShelf.Entry::name).containsExactly("Team");

    chooser.close();
    shelf.add(new WorkspaceShelf.Entry("2", "Other", 0, 1));

    assertThat(chooser.entries()).hasSize(1);
    assertThat(shelf.listeners).isEmpty();
  }

  private static final class Shelf implements WorkspaceShelf {
    private final List<String> created = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private final CompletableFuture<Outcome> joining = new CompletableFuture<>();

    @Override
    public String deviceName() {
      return "Ana’s laptop";
    }

    @Override
    public List<Entry> entries() {
      return List.copyOf(entries);
    }

    @Override
    public Subscription onChange(Runnable listener) {
      listeners.add(listener);
      return () -> listeners.remove(listener);
    }

    void add(Entry entry) {
      entries.add(entry);
      List.copyOf(listeners).forEach(Runnable::run);
    }

    @Override
    public CompletionStage<Outcome> create(String name, List<String> environments) {
      created.add(name + environments);
      return CompletableFuture.completedFuture(new Outcome.Ready("new"));
    }

    @Override
    public Pasted read(String invitation) {
      return invitation.equals("good")
          ? new Pasted.Invitation("Team", "a1b2c3d4")
          : new Pasted.Wrong("This is no invitation.");
    }

    @Override
    public CompletionStage<Outcome> join(String invitation) {
      return joining;
    }
  }
}
