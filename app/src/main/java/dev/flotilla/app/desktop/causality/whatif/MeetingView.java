package dev.flotilla.app.desktop.causality.whatif;

import dev.flotilla.app.desktop.causality.whatif.Meeting.Half;
import dev.flotilla.app.desktop.causality.whatif.Meeting.ServedLine;
import dev.flotilla.app.desktop.causality.whatif.Meeting.Verdict;
import dev.flotilla.app.desktop.conflicts.ToldConflict;
import dev.flotilla.app.desktop.control.Avatar;
import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.control.SpokenBox;
import dev.flotilla.app.desktop.history.Difference;
import dev.flotilla.app.desktop.history.Difference.Group;
import dev.flotilla.app.desktop.history.DifferenceRow;
import dev.flotilla.app.desktop.history.EntityIcons;
import dev.flotilla.app.desktop.page.Frame;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.model.EntityId;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What would come of it: the verdict, what cannot be known, conflicts, what applications would
/// get, and beside each other what each side would get.
final class MeetingView extends VBox {
  private static final double HALF = 50;
  private static final double FLAG_WIDTH = 280;

  /// Conflicts, and things that applications would read differently, that are shown.
  private static final int SHOWN = 100;

  private final Texts texts;
  private final Frame frame;

  MeetingView(Meeting meeting, Texts texts, Frame frame) {
    super(Space.LARGE);
    this.texts = texts;
    this.frame = frame;
    getStyleClass().add("merge-answer");
    getChildren().add(verdicts(meeting.verdicts()));
    meeting.unknown().forEach(sentence -> getChildren().add(unknown(sentence)));
    if (!meeting.conflicts().isEmpty()) {
      VBox conflicts = section(texts.of("merge.conflicts"));
      List<ToldConflict> all = meeting.conflicts();
      List<ToldConflict> some = all.subList(0, Math.min(SHOWN, all.size()));
      some.forEach(conflict -> conflicts.getChildren().add(conflict(conflict)));
      more(all.size() - some.size(), conflicts);
      getChildren().add(conflicts);
    }
    if (!meeting.served().isEmpty()) {
      VBox served = section(texts.of("merge.served"));
      List<ServedLine> all = meeting.served();
      List<ServedLine> some = all.subList(0, Math.min(SHOWN, all.size()));
      served.getChildren().add(served(some));
      more(all.size() - some.size(), served);
      getChildren().add(served);
    }
    if (!meeting.one().groups().isEmpty() || !meeting.other().groups().isEmpty()) {
      getChildren().add(halves(meeting));
    }
  }

  private static VBox section(String title) {
    return new VBox(Space.SMALL, Labels.wrapped(title, "section-title"));
  }

  private static Node verdicts(List<Verdict> verdicts) {
    VBox card = new SpokenBox(Space.SMALL);
    for (Verdict verdict : verdicts) {
      HBox row =
          new HBox(
              Space.SMALL,
              verdict.isWarning()
                  ? Icons.of(Feather.ALERT_TRIANGLE, "icon-warning")
                  : Icons.of(Feather.CHECK, "icon-success"),
              Labels.wrapped(
                  verdict.sentence(), card.getChildren().isEmpty() ? "strong" : "medium"));
      row.setAlignment(Pos.TOP_LEFT);
      card.getChildren().add(row);
    }
    card.setId("merge-verdict");
    card.getStyleClass().add("merge-card");
    return card;
  }

  private static Node unknown(String sentence) {
    HBox row = new HBox(Space.SMALL, Icons.of(Feather.EYE_OFF), Labels.wrapped(sentence));
    row.setAlignment(Pos.TOP_LEFT);
    VBox card = new SpokenBox(0, row);
    card.setId("merge-unknown");
    card.getStyleClass().addAll("merge-card", "merge-unknown");
    return card;
  }

  private Node conflict(ToldConflict told) {
    EntityId entity = told.conflict().entity();
    HBox head =
        new HBox(Space.SMALL, Icons.of(Feather.GIT_MERGE, "icon-danger"), key(entity.key()));
    head.getChildren().addAll(Labels.of(told.place(), "strong"), Regions.spring());
    head.setAlignment(Pos.CENTER_LEFT);
    if (entity.kind().equals(EntityId.FLAG)) {
      head.getChildren().add(open(entity.key()));
    }
    VBox card = new SpokenBox(Space.SMALL, head, Labels.wrapped(told.story(), "soft", "small"));
    GridPane sides = columns(Math.min(2, told.sides().size()));
    for (int at = 0; at < told.sides().size(); at++) {
      ToldConflict.Side side = told.sides().get(at);
      HBox by =
          new HBox(Space.SMALL, new Avatar(side.device()), Labels.of(who(side), "small", "medium"));
      by.setAlignment(Pos.CENTER_LEFT);
      if (at == 0) {
        by.getChildren().addAll(Regions.spring(), Labels.of(texts.of("merge.wouldRead"), "in-use"));
      }
      VBox value = new VBox(Space.TIGHT, Labels.wrapped(side.value(), "mono"), by);
      value.getStyleClass().add("merge-side");
      sides.add(value, at % 2, at / 2);
    }
    card.getChildren().add(sides);
    card.getStyleClass().add("merge-card");
    return card;
  }

  /// Above, one's own machine goes by its name.
  private String who(ToldConflict.Side side) {
    return side.who().equals(side.device())
        ? side.who()
        : texts.of("merge.who", side.who(), side.device());
  }

  private Node served(List<ServedLine> lines) {
    VBox card = new VBox();
    card.getStyleClass().addAll("merge-card", "merge-served");
    for (ServedLine line : lines) {
      Label before = Labels.of(line.before(), "mono", "difference-before");
      Label after = Labels.of(line.after(), "mono", "difference-after");
      before.setAccessibleText(texts.of("history.before") + " " + line.before());
      after.setAccessibleText(texts.of("history.after") + " " + line.after());
      Label flag = key(line.flag());
      flag.setPrefWidth(FLAG_WIDTH);
      HBox row = new HBox(Space.SMALL, flag);
      row.getChildren()
          .addAll(
              Labels.of(line.environment(), "soft"),
              Regions.spring(),
              before,
              Icons.of(Feather.ARROW_RIGHT, "faint-icon"),
              after,
              Labels.of(texts.of("merge.served.at", line.where()), "small", "faint"));
      row.setAlignment(Pos.CENTER_LEFT);
      row.getStyleClass().add("merge-served-row");
      if (!card.getChildren().isEmpty()) {
        row.getStyleClass().add("next");
      }
      card.getChildren().add(row);
    }
    return card;
  }

  private Node halves(Meeting meeting) {
    if (meeting.one().groups().isEmpty() || meeting.other().groups().isEmpty()) {
      return whole(meeting.one().groups().isEmpty() ? meeting.other() : meeting.one());
    }
    GridPane halves = columns(2);
    halves.add(half(meeting.one()), 0, 0);
    halves.add(half(meeting.other()), 1, 0);
    return halves;
  }

  private Node half(Half half) {
    VBox column = section(half.title());
    column.setMinWidth(0);
    for (Group group : half.groups()) {
      column.getChildren().add(group(group));
    }
    more(half.more(), column);
    return column;
  }

  /// Where only one gets something, that takes the room of both; the next always goes where there
  /// is more of it.
  private Node whole(Half half) {
    VBox left = new VBox(Space.SMALL);
    VBox right = new VBox(Space.SMALL);
    left.setMinWidth(0);
    right.setMinWidth(0);
    int ahead = 0;
    for (Group group : half.groups()) {
      int height = group.differences().size() + 1;
      boolean goesLeft = ahead <= 0;
      (goesLeft ? left : right).getChildren().add(group(group));
      ahead += goesLeft ? height : -height;
    }
    GridPane columns = columns(2);
    columns.add(left, 0, 0);
    columns.add(right, 1, 0);
    VBox whole = section(half.title());
    whole.getChildren().add(columns);
    more(half.more(), whole);
    return whole;
  }

  private void more(int more, VBox below) {
    if (more > 0) {
      below.getChildren().add(Labels.of(texts.of("merge.more", more), "small", "faint"));
    }
  }

  private Node group(Group group) {
    HBox head =
        new HBox(
            Space.SMALL,
            Icons.of(EntityIcons.of(group.entity())),
            key(group.entity().map(EntityId::key).filter(key -> !key.isEmpty()).orElse("–")),
            Regions.spring());
    head.setAlignment(Pos.CENTER_LEFT);
    group
        .entity()
        .filter(entity -> entity.kind().equals(EntityId.FLAG))
        .ifPresent(entity -> head.getChildren().add(open(entity.key())));
    head.getStyleClass().add("change-card-head");
    VBox card = new SpokenBox(0, head);
    for (Difference difference : group.differences()) {
      card.getChildren().add(DifferenceRow.shown(difference, texts));
    }
    card.getStyleClass().add("change-card");
    return card;
  }

  private Button open(String flag) {
    Button open = Buttons.icon("merge-open", Feather.EDIT_2, texts.of("merge.open", flag));
    open.setOnAction(_ -> frame.openFlag(flag));
    return open;
  }

  private static Label key(String key) {
    Label label = Labels.of(key, "mono-strong");
    label.setMinWidth(0);
    label.setTooltip(new Tooltip(key));
    return label;
  }

  private static GridPane columns(int count) {
    GridPane grid = new GridPane(Space.LARGE, Space.SMALL);
    for (int at = 0; at < count; at++) {
      ColumnConstraints equal = new ColumnConstraints();
      equal.setPercentWidth(count == 1 ? 100 : HALF);
      grid.getColumnConstraints().add(equal);
    }
    return grid;
  }
}
