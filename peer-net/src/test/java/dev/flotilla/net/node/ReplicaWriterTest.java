package dev.flotilla.net.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.Edit;
import dev.flotilla.model.Edit.CreateFlag;
import dev.flotilla.model.Refusal.Reason;
import dev.flotilla.net.store.StoreException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplicaWriterTest {
  /// More than the mailbox holds.
  private static final int MANY = 1500;

  @TempDir private Path folder;
  private Team team;
  private Replica ann;

  @BeforeEach
  void openTeam() throws Exception {
    team = new Team(folder);
    ann = team.start("ann").createWorkspace("Atlas");
  }

  @AfterEach
  void closeTeam() {
    team.close();
  }

  @Test
  void refusesAMessageThatIsTooLong() throws Exception {
    var outcome = ann.submit(List.of(CreateFlag.bool("a")), "x".repeat(5000)).get();

    assertThat(outcome)
        .isInstanceOfSatisfying(
            EditOutcome.Refused.class,
            refused -> {
              assertThat(refused.refusal().reason()).isEqualTo(Reason.TOO_LARGE);
              assertThat(refused.refusal().message())
                  .isEqualTo("The message takes 5000 bytes; shorten it to at most 4096.");
            });
  }

  /// What queued up while the writer was busy shares a transaction. Work that throws must not take
  /// the others with it, nor end the writer.
  @Test
  void workThatThrowsFailsAlone() throws Exception {
    var release = holdWriter();
    var first = ann.submit(List.of(CreateFlag.bool("first")), "");
    var exception = new Throwing(new IllegalStateException("on purpose"));
    var error = new Throwing(new AssertionError("on purpose"));
    var damage = new Throwing(new StoreException(StoreException.Kind.DAMAGED, "a row is damaged"));
    ann.parts().writer().submit(exception);
    ann.parts().writer().submit(error);
    ann.parts().writer().submit(damage);
    var last = ann.submit(List.of(CreateFlag.bool("last")), "");

    release.countDown();

    assertThat(done(first)).isInstanceOf(EditOutcome.Done.class);
    assertThat(done(last)).isInstanceOf(EditOutcome.Done.class);
    assertThat(done(exception.sentence)).contains("IllegalStateException");
    assertThat(done(error.sentence)).contains("AssertionError");
    assertThat(done(damage.sentence)).isEqualTo("a row is damaged");
    assertThat(ann.workspace().flags()).hasSize(2);
  }

  @Test
  void aListenersErrorDoesNotEndTheWriter() throws Exception {
    try (var _ =
        ann.onChange(_ -> {
          throw new AssertionError("on purpose");
        })) {
      assertThat(done(ann.submit(List.of(CreateFlag.bool("a")), "")))
          .isInstanceOf(EditOutcome.Done.class);
      assertThat(done(ann.submit(List.of(CreateFlag.bool("b")), "")))
          .isInstanceOf(EditOutcome.Done.class);
    }
  }

  /// Listeners run on the thread that empties the mailbox: it must not wait for room in it.
  @Test
  void aListenerMaySubmitMoreThanTheMailboxHolds() throws Exception {
    var submitted = new CompletableFuture<List<CompletableFuture<EditOutcome>>>();
    var once = new AtomicBoolean();
    try (var _ =
        ann.onChange(_ -> {
          if (once.compareAndSet(false, true)) {
            submitted.complete(submitMany());
          }
        })) {
      Team.edit(ann, CreateFlag.bool("first"));

      for (var outcome : done(submitted)) {
        assertThat(done(outcome)).isInstanceOf(EditOutcome.Done.class);
      }
    }
    assertThat(ann.workspace().flags()).hasSize(MANY + 1);
  }

  private List<CompletableFuture<EditOutcome>> submitMany() {
    var outcomes = new ArrayList<CompletableFuture<EditOutcome>>();
    for (var i = 0; i < MANY; i++) {
      Edit create = CreateFlag.bool("flag" + i);
      outcomes.add(ann.submit(List.of(create), ""));
    }
    return outcomes;
  }

  /// Keeps the writer from taking more work until the latch is released.
  private CountDownLatch holdWriter() throws Exception {
    var held = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    ann.parts()
        .writer()
        .submit(
            new Work() {
              @Override
              public Runnable run(Transaction transaction) {
                return () -> {
                  held.countDown();
                  awaitQuietly(release);
                };
              }

              @Override
              public void failed(String sentence) {}
            });
    assertThat(held.await(Team.SECONDS, TimeUnit.SECONDS)).isTrue();
    return release;
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      assertThat(latch.await(Team.SECONDS, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static <T> T done(CompletableFuture<T> future) throws Exception {
    return future.get(Team.SECONDS, TimeUnit.SECONDS);
  }

  private static final class Throwing implements Work {
    private final Throwable mistake;
    private final CompletableFuture<String> sentence = new CompletableFuture<>();

    Throwing(Throwable mistake) {
      this.mistake = mistake;
    }

    @Override
    public Runnable run(Transaction transaction) throws StoreException {
      switch (mistake) {
        case Error error -> throw error;
        case StoreException failure -> throw failure;
        case Throwable other -> throw new IllegalStateException(other);
      }
    }

    @Override
    public void failed(String why) {
      sentence.complete(why);
    }
  }
}
