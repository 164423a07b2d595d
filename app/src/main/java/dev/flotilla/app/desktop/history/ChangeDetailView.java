package dev.flotilla.app.desktop.history;

import dev.flotilla.app.desktop.control.Avatar;
import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.history.Difference.Group;
import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.model.EntityId;
import dev.flotilla.net.node.LogEntry;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A change: who made it when and why, what it did to what, and what can be done with it.
final class ChangeDetailView extends BorderPane {
  private static final int HASH_SHOWN = 12;

  private final Texts texts;
  private final Wishes wishes;

  /// What the view asks the page for.
  interface Wishes {
    void see(LogEntry change);

    void restore(LogEntry change, Optional<EntityId> entity);

    void putBack(LogEntry change, Difference difference);

    void openFlag(String key);

    void showInDiagram(LogEntry change);

    boolean isThere(EntityId entity);

    /// Who has the change by now.
    Node seenBy(LogEntry change);
  }

  ChangeDetailView(ChangeDetail detail, Moments moments, Texts texts, Wishes wishes) {
    this.texts = texts;
    this.wishes = wishes;
    setId("change-detail");
    getStyleClass().add("change-detail");
    setTop(head(detail, moments));
    VBox groups = new VBox(Space.MEDIUM);
    groups.getStyleClass().add("change-groups");
    for (Group group : detail.groups()) {
      groups.getChildren().add(card(detail.change(), group));
    }
    if (detail.groups().isEmpty()) {
      groups.getChildren().add(Labels.wrapped(texts.of("history.nothing"), "faint"));
    }
    if (detail.more() > 0) {
      groups
          .getChildren()
          .add(Labels.wrapped(texts.of("history.moreDifferences", detail.more()), "faint"));
    }
    ScrollPane scroll = new ScrollPane(groups);
    scroll.setId("change-differences");
    scroll.setAccessibleText(texts.of("history.differences"));
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    setCenter(scroll);
  }

  private Node head(ChangeDetail detail, Moments moments) {
    LogEntry change = detail.change();
    Label title = Labels.wrapped(detail.headline(), "change-title");
    title.setId("change-title");
    String hash = change.hash().toString();
    Label number =
        Labels.of(hash.substring(0, Math.min(HASH_SHOWN, hash.length())), "mono", "faint");
    number.setTooltip(new Tooltip(texts.of("history.hash", hash, change.seq())));
    HBox by =
        new HBox(
            Space.SMALL,
            new Avatar(change.deviceName()),
            Labels.of(change.deviceName(), "medium"),
            Labels.of(moments.exact(change.time()), "soft", "small"),
            Regions.spring(),
            number);
    by.setAlignment(Pos.CENTER_LEFT);
    Button see = Buttons.plain("history-see", texts.of("history.see"), Feather.CLOCK);
    see.setTooltip(new Tooltip(texts.of("history.see.tooltip")));
    see.setOnAction(_ -> wishes.see(change));
    Button restore =
        Buttons.plain("history-restore", texts.of("history.restore"), Feather.ROTATE_CCW);
    restore.setTooltip(new Tooltip(texts.of("history.restore.tooltip")));
    restore.setOnAction(_ -> wishes.restore(change, Optional.empty()));
    Button diagram =
        Buttons.plain("history-diagram", texts.of("history.diagram"), Feather.GIT_BRANCH);
    diagram.setTooltip(new Tooltip(texts.of("history.diagram.tooltip")));
    diagram.setOnAction(_ -> wishes.showInDiagram(change));
    FlowPane actions = new FlowPane(Space.SMALL, Space.SMALL, see, restore, diagram);
    VBox head = new VBox(Space.MEDIUM, title, by, wishes.seenBy(change), actions);
    head.getStyleClass().add("change-head");
    return head;
  }

  private Node card(LogEntry change, Group group) {
    VBox card = new VBox();
    card.getStyleClass().add("change-card");
    card.getChildren().add(cardHead(change, group));
    for (Difference difference : group.differences()) {
      card.getChildren()
          .add(new DifferenceRow(difference, texts, one -> wishes.putBack(change, one)));
    }
    return card;
  }

  private Node cardHead(LogEntry change, Group group) {
    Label name =
        Labels.of(
            group.entity().map(this::name).orElse(texts.of("history.members")), "mono-strong");
    name.setMinWidth(0);
    HBox.setHgrow(name, Priority.SOMETIMES);
    HBox head =
        new HBox(Space.SMALL, Icons.of(EntityIcons.of(group.entity())), name, Regions.spring());
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("change-card-head");
    group
        .entity()
        .filter(entity -> !entity.kind().equals(EntityId.WORKSPACE))
        .ifPresent(entity -> head.getChildren().addAll(actions(change, entity)));
    return head;
  }

  private Node[] actions(LogEntry change, EntityId entity) {
    Button restore = Buttons.quiet("restore-" + entity.key(), texts.of("history.restore.one"));
    restore.setAccessibleText(texts.of("history.restore.entity", entity.key()));
    restore.setTooltip(new Tooltip(texts.of("history.restore.entity", entity.key())));
    restore.setOnAction(_ -> wishes.restore(change, Optional.of(entity)));
    if (!entity.kind().equals(EntityId.FLAG) || !wishes.isThere(entity)) {
      return new Node[] {restore};
    }
    Button open = Buttons.quiet("open-" + entity.key(), texts.of("history.openFlag"));
    open.setAccessibleText(texts.of("history.openFlag.name", entity.key()));
    open.setOnAction(_ -> wishes.openFlag(entity.key()));
    return new Node[] {open, restore};
  }

  private String name(EntityId entity) {
    return entity.kind().equals(EntityId.WORKSPACE) ? texts.of("history.workspace") : entity.key();
  }
}
