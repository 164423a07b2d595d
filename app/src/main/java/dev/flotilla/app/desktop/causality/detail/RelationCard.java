package dev.flotilla.app.desktop.causality.detail;

import dev.flotilla.app.desktop.causality.words.Relation;
import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.crdt.CausalOrder;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// How two changes stand to each other: the word for it, the one sentence that matters, and why.
final class RelationCard extends VBox {
  RelationCard(Relation relation, Texts texts) {
    super(Space.SMALL);
    boolean isConcurrent = relation.order() == CausalOrder.CONCURRENT;
    setId("relation");
    getStyleClass().addAll("relation-card", isConcurrent ? "concurrent" : "ordered");
    HBox word =
        new HBox(
            Space.SMALL,
            Icons.of(isConcurrent ? Feather.GIT_BRANCH : Feather.ARROW_DOWN),
            Labels.of(
                texts.of(isConcurrent ? "seen.word.concurrent" : "seen.word.ordered"),
                "relation-word"));
    word.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(word, Labels.wrapped(relation.title(), "relation-title"));
    for (String sentence : relation.sentences()) {
      getChildren().add(Labels.wrapped(sentence, "relation-why"));
    }
  }
}
