package dev.flotilla.app.desktop.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.EntityId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class FieldModelTest {
  private final List<FieldModel.Draft<Integer>> sent = new ArrayList<>();
  private Optional<String> answer = Optional.empty();
  private final FieldModel<Integer> field =
      new FieldModel<>(
          0,
          text -> text.equals("bad") ? Optional.of("Not that.") : Optional.empty(),
          draft -> {
            sent.add(draft);
            return CompletableFuture.completedFuture(answer);
          });

  @Test
  void aCommitAnswersTheStateThatWasShown() {
    field.show("blue", 7);
    field.draftProperty().set("green");

    field.commit();

    assertThat(sent).containsExactly(new FieldModel.Draft<>("green", 7));
  }

  @Test
  void anUntouchedFieldCommitsNothing() {
    field.show("blue", 7);

    field.commit();

    assertThat(sent).isEmpty();
  }

  @Test
  void anUntouchedFieldFollowsTheOthers() {
    field.show("blue", 7);

    field.show("red", 8);

    assertThat(field.draftProperty().get()).isEqualTo("red");
    assertThat(field.overtakenProperty().get()).isFalse();
  }

  @Test
  void aDraftIsNoLongerOvertakenWhenWhatOvertookItIsGone() {
    field.show("blue", 7);
    field.draftProperty().set("green");
    field.show("red", 8);

    field.show("blue", 9);

    assertThat(field.overtakenProperty().get()).isFalse();
    field.leave();
    assertThat(sent).containsExactly(new FieldModel.Draft<>("green", 9));
  }

  @Test
  void aDraftIsKeptAndToldWhenSomebodyElseChangesTheField() {
    field.show("blue", 7);
    field.draftProperty().set("green");

    field.show("red", 8);

    assertThat(field.draftProperty().get()).isEqualTo("green");
    assertThat(field.overtakenProperty().get()).isTrue();
    assertThat(field.theirsProperty().get()).isEqualTo("red");
  }

  @Test
  void anOvertakenDraftStillAnswersOnlyWhatWasShown() {
    field.show("blue", 7);
    field.draftProperty().set("green");
    field.show("red", 8);

    field.commit();

    assertThat(sent).containsExactly(new FieldModel.Draft<>("green", 7));
  }

  @Test
  void takingTheirsForgetsTheDraft() {
    field.show("blue", 7);
    field.draftProperty().set("green");
    field.show("red", 8);

    field.revert();

    assertThat(field.draftProperty().get()).isEqualTo("red");
    assertThat(field.isDirty()).isFalse();
    assertThat(field.overtakenProperty().get()).isFalse();
  }

  @Test
  void aWrongTextIsSaidWhileTypingAndNotSent() {
    field.show("blue", 7);
    field.draftProperty().set("bad");

    field.commit();

    assertThat(field.errorProperty().get()).isEqualTo("Not that.");
    assertThat(sent).isEmpty();
  }

  @Test
  void aRefusedTextStaysWithTheReason() {
    answer = Optional.of("Viewers may not edit.");
    field.show("blue", 7);
    field.draftProperty().set("green");

    field.commit();

    assertThat(field.draftProperty().get()).isEqualTo("green");
    assertThat(field.errorProperty().get()).isEqualTo("Viewers may not edit.");
    assertThat(field.isDirty()).isTrue();
  }

  @Test
  void keepingMineAnswersWhatOvertookIt() {
    overtaken();

    field.keepMine();

    assertThat(sent).containsExactly(new FieldModel.Draft<>("green", 8));
    assertThat(field.overtakenProperty().get()).isFalse();
    assertThat(field.draftProperty().get()).isEqualTo("green");
  }

  @Test
  void leavingAnOvertakenFieldLeavesTheDecisionOpen() {
    overtaken();

    field.leave();

    assertThat(sent).isEmpty();
    assertThat(field.overtakenProperty().get()).isTrue();
    assertThat(field.overtakenByProperty().get()).isEqualTo("Ben");
  }

  @Test
  void whatOthersChangeIsToldForAMomentWithTheirName() {
    field.at(new Place(EntityId.flag("fast"), "owner"), state -> state == 8 ? "Ben" : "");
    field.show("blue", 8);
    assertThat(field.arrivedFromProperty().get()).isEmpty();

    field.show("green", 7);
    assertThat(field.arrivedFromProperty().get()).isEmpty();

    field.show("red", 8);
    assertThat(field.arrivedFromProperty().get()).isEqualTo("Ben");
    field.forgetArrival();
    assertThat(field.arrivedFromProperty().get()).isEmpty();
  }

  private void overtaken() {
    field.at(new Place(EntityId.flag("fast"), "owner"), _ -> "Ben");
    field.show("blue", 7);
    field.draftProperty().set("green");
    field.show("red", 8);
  }
}
