package dev.flotilla.app.desktop.peers;

import dev.flotilla.app.desktop.control.Avatar;
import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.KeptRows;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.control.SpokenBox;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The machines of the workspace, one card each: state, what it has seen in a sentence, and its
/// version vector as a small table.
public final class PeersView extends StackPane {
  private final Texts texts;
  private final VBox cards = new VBox(Space.MEDIUM);
  private final Runnable onInvite;

  public PeersView(PeersViewModel model, Texts texts, Runnable onInvite) {
    this.texts = texts;
    this.onInvite = onInvite;
    setId("peers");
    cards.getStyleClass().add("panel-body");
    StackPane foot = new StackPane();
    foot.setAlignment(Pos.CENTER_LEFT);
    model
        .aloneProperty()
        .subscribe(
            alone -> foot.getChildren().setAll(Boolean.TRUE.equals(alone) ? alone() : more()));
    cards.getChildren().addAll(new KeptRows<>(Space.MEDIUM, model.peers(), this::card), foot);
    ScrollPane scroll = new ScrollPane(cards);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    getChildren().add(scroll);
  }

  private Node alone() {
    Button invite = Buttons.primary("peers-invite", texts.of("invite.button"));
    invite.setOnAction(_ -> onInvite.run());
    VBox box =
        new VBox(
            Space.SMALL,
            Labels.of(texts.of("peers.empty.title"), "strong"),
            Labels.wrapped(texts.of("peers.empty.text"), "soft"),
            invite);
    box.setId("peers-empty");
    box.getStyleClass().add("peers-alone");
    return box;
  }

  private Node more() {
    Button invite = Buttons.plain("peers-invite", texts.of("invite.button"), Feather.USER_PLUS);
    invite.setOnAction(_ -> onInvite.run());
    HBox row = new HBox(invite);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private Node card(PeerView peer) {
    Label name = Labels.of(peer.name(), "strong");
    name.setMinWidth(0);
    Region dot = new Region();
    dot.getStyleClass().addAll("dot", peer.tone().styleClass());
    Label state = Labels.of(peer.state(), "small", "soft");
    state.setMinWidth(Label.USE_PREF_SIZE);
    HBox head = new HBox(Space.SMALL, new Avatar(peer.name()), name, Regions.spring());
    head.setAlignment(Pos.CENTER_LEFT);
    if (!peer.own()) {
      head.getChildren().add(dot);
    }
    head.getChildren().add(state);
    VBox card =
        new SpokenBox(Space.SMALL, head, Labels.wrapped(peer.knowledge(), "peer-knowledge"));
    card.setId("peer-" + peer.id());
    card.getStyleClass().add("peer-card");
    if (!peer.detail().isEmpty()) {
      card.getChildren().add(Labels.wrapped(peer.detail(), "small", "faint"));
    }
    card.getChildren().add(vector(peer));
    return card;
  }

  private Node vector(PeerView peer) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("vector");
    grid.setHgap(Space.MEDIUM);
    grid.setVgap(Space.HAIR);
    for (int row = 0; row < peer.counts().size(); row++) {
      PeerView.Count count = peer.counts().get(row);
      Label who = Labels.of(count.who(), "small", "soft");
      Label replica = Labels.of(count.replica(), "mono", "faint");
      String numbers =
          count.behind()
              ? texts.of("peers.behind", count.seen(), count.newest())
              : texts.of("peers.count", count.seen());
      Label seen = Labels.of(numbers, "mono", count.behind() ? "behind" : "level");
      seen.setTooltip(
          new Tooltip(texts.of("peers.count.tooltip", count.who(), count.seen(), count.newest())));
      GridPane.setHgrow(who, Priority.ALWAYS);
      GridPane.setHalignment(seen, HPos.RIGHT);
      who.setMaxWidth(Double.MAX_VALUE);
      seen.setMinWidth(Label.USE_PREF_SIZE);
      grid.addRow(row, who, replica, seen);
    }
    return grid;
  }
}
