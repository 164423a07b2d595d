package dev.flotilla.net.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class MailboxTest {
  private static final Duration LONG = Duration.ofHours(1);

  private final Mailbox mailbox = new Mailbox();

  @Test
  void whatQueuedUpIsTakenTogetherUpToTheBatchSize() throws Exception {
    for (var i = 0; i < 5; i++) {
      mailbox.put(new Nothing());
    }

    assertThat(mailbox.take(3, Duration.ZERO)).hasSize(3);
    assertThat(mailbox.take(3, Duration.ZERO)).hasSize(2);
  }

  /// Whoever waited in the queue is not made to wait for others as well.
  @Test
  void theWindowIsOnlyForWorkThatCameWhileNothingWasDone() throws Exception {
    mailbox.put(new Nothing());

    assertThat(mailbox.take(3, LONG)).hasSize(1);
  }

  @Test
  void withinTheWindowABatchFills() throws Exception {
    var batch = inBackground(3, LONG);

    mailbox.put(new Nothing());
    mailbox.put(new Nothing());
    mailbox.put(new Nothing());

    assertThat(batch.join()).hasSize(3);
  }

  @Test
  void closingEndsTheWindow() throws Exception {
    var batch = inBackground(3, LONG);
    mailbox.put(new Nothing());

    mailbox.close();

    assertThat(batch.join()).hasSize(1);
    assertThat(mailbox.take(3, LONG)).isEmpty();
  }

  @Test
  void whatSomebodyWaitsForOvertakesWhatPeersSent() throws Exception {
    mailbox.put(new Delivery(1000));
    mailbox.put(new Delivery(1000));
    var edit = new Urgent();
    mailbox.put(edit);

    assertThat(mailbox.take(100, Duration.ZERO)).containsExactly(edit, new Delivery(1000));
    assertThat(mailbox.size()).isEqualTo(1);
    assertThat(mailbox.take(100, Duration.ZERO)).containsExactly(new Delivery(1000));
  }

  @Test
  void smallDeliveriesShareATransactionUpToSomeHundredChanges() throws Exception {
    for (var i = 0; i < 12; i++) {
      mailbox.put(new Delivery(100));
    }

    assertThat(mailbox.take(100, Duration.ZERO)).hasSize(Mailbox.CHANGES_AT_ONCE / 100);
  }

  @Test
  void howeverMuchIsUrgentTheOthersGoOn() throws Exception {
    mailbox.put(new Delivery(1));
    for (var i = 0; i < 10; i++) {
      mailbox.put(new Urgent());
    }

    assertThat(mailbox.take(5, Duration.ZERO)).hasSize(6).contains(new Delivery(1));
  }

  @Test
  void whatWasHandedInBeforeTheEndIsTakenAndNothingAfterIt() throws Exception {
    mailbox.put(new Delivery(1000));
    mailbox.put(new Delivery(1000));
    mailbox.close();

    assertThat(mailbox.take(100, Duration.ZERO)).hasSize(1);
    assertThat(mailbox.take(100, Duration.ZERO)).hasSize(1);
    assertThat(mailbox.take(100, Duration.ZERO)).isEmpty();
  }

  /// Takes on another thread, which waits already when this returns.
  private CompletableFuture<List<Work>> inBackground(int max, Duration window) {
    var taken = new CompletableFuture<List<Work>>();
    var taker =
        Thread.ofPlatform()
            .start(() -> {
              try {
                taken.complete(mailbox.take(max, window));
              } catch (InterruptedException e) {
                taken.completeExceptionally(e);
              }
            });
    while (taker.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    return taken;
  }

  private record Delivery(int changes) implements Work {
    @Override
    public Runnable run(Transaction transaction) {
      return () -> {};
    }

    @Override
    public void failed(String sentence) {}
  }

  private static final class Urgent implements Work {
    @Override
    public Runnable run(Transaction transaction) {
      return () -> {};
    }

    @Override
    public void failed(String sentence) {}

    @Override
    public boolean isUrgent() {
      return true;
    }
  }

  private record Nothing() implements Work {
    @Override
    public Runnable run(Transaction transaction) {
      return () -> {};
    }

    @Override
    public void failed(String sentence) {}
  }
}
