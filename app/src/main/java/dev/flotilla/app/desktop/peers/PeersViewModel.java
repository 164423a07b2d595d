package dev.flotilla.app.desktop.peers;

import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.PeerState;
import dev.flotilla.net.PeerStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Who is here, and who has seen what: sentences for people, version vectors for the curious.
///
/// Thread: FX.
public final class PeersViewModel {
  private final WorkspaceModel model;
  private final Texts texts;
  private final Moments moments;
  private final ObservableList<PeerView> peers = FXCollections.observableArrayList();
  private final BooleanBinding alone = Bindings.size(peers).lessThan(2);
  private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper tone = new ReadOnlyStringWrapper("");

  public PeersViewModel(WorkspaceModel model, Texts texts, Moments moments) {
    this.model = model;
    this.texts = texts;
    this.moments = moments;
    model.workspaceProperty().subscribe(_ -> show());
    model.peersProperty().subscribe(_ -> show());
    moments.passedProperty().subscribe(_ -> show());
  }

  ObservableList<PeerView> peers() {
    return peers;
  }

  /// Whether this machine is the only one that is known.
  BooleanBinding aloneProperty() {
    return alone;
  }

  /// One sentence for the status bar.
  public ReadOnlyStringProperty statusProperty() {
    return status.getReadOnlyProperty();
  }

  /// The style class of the dot before that sentence.
  public ReadOnlyStringProperty toneProperty() {
    return tone.getReadOnlyProperty();
  }

  private void show() {
    Workspace workspace = model.workspace();
    List<PeerView> views = new ArrayList<>();
    views.add(self(workspace));
    model.peersProperty().get().forEach(peer -> views.add(view(workspace, peer)));
    if (!views.equals(peers)) {
      peers.setAll(views);
    }
    summarize();
  }

  private void summarize() {
    List<PeerStatus> all = model.peersProperty().get();
    long here = count(all, PeerState.IN_SYNC) + count(all, PeerState.SYNCING);
    long busy = count(all, PeerState.SYNCING);
    if (here == 0) {
      status.set(texts.of(all.isEmpty() ? "status.alone" : "status.allAway", (long) all.size()));
      tone.set(PeerView.Tone.AWAY.styleClass());
    } else if (busy > 0) {
      status.set(texts.of("status.syncing", here));
      tone.set(PeerView.Tone.BUSY.styleClass());
    } else {
      status.set(texts.of("status.inSync", here));
      tone.set(PeerView.Tone.GOOD.styleClass());
    }
  }

  private static long count(List<PeerStatus> peers, PeerState state) {
    return peers.stream().filter(peer -> peer.state() == state).count();
  }

  private PeerView self(Workspace workspace) {
    ReplicaId own = model.people().own();
    return new PeerView(
        "self",
        model.people().deviceName(workspace, own),
        true,
        texts.of("peers.thisMachine"),
        PeerView.Tone.GOOD,
        texts.of("peers.own", total(workspace.vector()), workspace.vector().get(own)),
        "",
        counts(workspace, workspace.vector()));
  }

  private PeerView view(Workspace workspace, PeerStatus peer) {
    PeerView.Tone tone =
        switch (peer.state()) {
          case IN_SYNC -> PeerView.Tone.GOOD;
          case CONNECTING, SYNCING -> PeerView.Tone.BUSY;
          case OFFLINE -> PeerView.Tone.AWAY;
          case REFUSED -> PeerView.Tone.BAD;
        };
    String detail = peer.detail().orElseGet(() -> peer.address().isEmpty() ? "" : peer.address());
    return new PeerView(
        peer.device().map(device -> device.shortName()).orElse(peer.address()),
        peer.name().isBlank() ? peer.address() : peer.name(),
        false,
        state(peer),
        tone,
        knowledge(workspace, peer),
        detail,
        counts(workspace, peer.vector()));
  }

  private String state(PeerStatus peer) {
    return switch (peer.state()) {
      case IN_SYNC -> texts.of("peers.inSync");
      case SYNCING -> texts.of("peers.syncing");
      case CONNECTING -> texts.of("peers.connecting");
      case REFUSED -> texts.of("peers.refused");
      case OFFLINE ->
          peer.lastSeen()
              .map(seen -> texts.of("peers.offlineSince", moments.relative(seen)))
              .orElse(texts.of("peers.offline"));
    };
  }

  /// What the peer has and we do not, and the other way round, in one sentence.
  private String knowledge(Workspace workspace, PeerStatus peer) {
    if (peer.vector().isEmpty()) {
      return texts.of("peers.knows.nothing");
    }
    long lacks = missing(workspace.vector(), peer.vector());
    long ahead = missing(peer.vector(), workspace.vector());
    if (lacks == 0 && ahead == 0) {
      return texts.of("peers.knows.all");
    }
    if (ahead == 0) {
      return texts.of("peers.knows.less", lacks);
    }
    return lacks == 0
        ? texts.of("peers.knows.more", ahead)
        : texts.of("peers.knows.both", lacks, ahead);
  }

  private static long missing(VersionVector from, VersionVector in) {
    return from.asMap().entrySet().stream()
        .mapToLong(entry -> Math.max(0, entry.getValue() - in.get(entry.getKey())))
        .sum();
  }

  private static long total(VersionVector vector) {
    return vector.asMap().values().stream().mapToLong(Long::longValue).sum();
  }

  private List<PeerView.Count> counts(Workspace workspace, VersionVector seen) {
    TreeSet<ReplicaId> replicas = new TreeSet<>(workspace.vector().asMap().keySet());
    replicas.addAll(seen.asMap().keySet());
    return replicas.stream()
        .map(replica ->
            new PeerView.Count(
                replica.shortName(),
                model.people().name(workspace, replica),
                seen.get(replica),
                Math.max(seen.get(replica), workspace.vector().get(replica))))
        .toList();
  }
}
