package dev.flotilla.net.node;

import dev.flotilla.net.store.StoreException;

/// Writes down what is known of the peers. Done when a replica closes: between, it is not worth a
/// disk access.
record PeersRemembered(PeerBoard board) implements Work {
  @Override
  public Runnable run(Transaction transaction) throws StoreException {
    for (var peer : board.worthRemembering()) {
      transaction.store().putPeer(peer);
    }
    return () -> {};
  }

  @Override
  public void failed(String sentence) {
    System.getLogger(PeersRemembered.class.getName()).log(System.Logger.Level.WARNING, sentence);
  }
}
