package dev.flotilla.openfeature.flagd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Value;
import dev.flotilla.openfeature.proposal.Proposal;
import dev.flotilla.openfeature.proposal.ProposedField;
import dev.flotilla.openfeature.proposal.ProposedItem;
import dev.flotilla.openfeature.proposal.ProposedItem.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A file is exported, edited by hand, and imported again, while people edit the workspace.
class ThreeWayImportTest {
  private static final String PRODUCTION = "production";

  private final Workbench bench =
      Workbench.with("development", PRODUCTION)
          .edit(Edit.CreateFlag.bool("lights"))
          .edit(Edit.CreateFlag.bool("doors"))
          .set("lights", FieldNames.defaultVariant(PRODUCTION), Value.of("off"))
          .edit(Edit.tag("lights", "hall-1"))
          .edit(Edit.tag("lights", "hall-2"));
  private final String exported = FlagdExport.write(bench.workspace(), PRODUCTION);

  @Test
  void anUntouchedFileProposesNothingWhateverHappenedHere() {
    bench
        .set("lights", FieldNames.state(PRODUCTION), Value.of(true))
        .set("lights", FieldNames.OWNER, Value.of("ana"))
        .edit(Edit.CreateFlag.bool("later"))
        .edit(new Edit.DeleteEntity(EntityId.flag("doors")));

    var proposal = propose(exported);

    assertThat(proposal.threeWay()).isTrue();
    assertThat(proposal.items()).extracting(ProposedItem::kind).containsOnly(Kind.SAME);
    assertThat(batches(proposal)).isEmpty();
  }

  @Test
  void onlyWhatWasEditedInTheFileBecomesEdits() {
    bench.set("lights", FieldNames.state(PRODUCTION), Value.of(true));

    var proposal =
        propose(exported.replace("\"defaultVariant\": \"off\"", "\"defaultVariant\": \"on\""));

    assertThat(proposal.conflicts()).isZero();
    assertThat(batches(proposal))
        .containsExactly(
            List.of(
                new Edit.SetField(
                    EntityId.flag("lights"),
                    FieldNames.defaultVariant(PRODUCTION),
                    Value.of("on"))));
  }

  @Test
  void whatBothSidesEditedDifferentlyIsAConflictWithAChoice() {
    bench.set("lights", FieldNames.DESCRIPTION, Value.of("of hall 1"));
    var edited =
        exported.replace(
            "\"flotilla.tags\"", "\"flotilla.description\": \"of hall 2\", \"flotilla.tags\"");

    var proposal = propose(edited);

    var item = item(proposal, "lights");
    assertThat(item.fields())
        .singleElement()
        .satisfies(field -> assertThat(field.conflict()).isTrue())
        .satisfies(field -> assertThat(field.base()).contains(""))
        .satisfies(field -> assertThat(field.here()).isEqualTo("of hall 1"))
        .satisfies(field -> assertThat(field.there()).isEqualTo("of hall 2"));
    assertThat(proposal.conflicts()).isEqualTo(1);
    assertThat(batches(proposal)).isEmpty();
    assertThat(unseen(proposal.batches(bench.workspace(), _ -> true, (_, _) -> true)))
        .containsExactly(
            List.of(
                new Edit.SetField(
                    EntityId.flag("lights"), FieldNames.DESCRIPTION, Value.of("of hall 2"))));
  }

  @Test
  void whatBothSidesEditedAlikeIsDone() {
    bench.set("lights", FieldNames.defaultVariant(PRODUCTION), Value.of("on"));

    var proposal =
        propose(exported.replace("\"defaultVariant\": \"off\"", "\"defaultVariant\": \"on\""));

    assertThat(proposal.items()).extracting(ProposedItem::kind).containsOnly(Kind.SAME);
  }

  @Test
  void tagsOfBothSidesComeTogether() {
    bench.edit(Edit.tag("lights", "here")).edit(Edit.untag("lights", "hall-2"));

    var proposal = propose(exported.replace("\\\"hall-1\\\"", "\\\"there\\\""));

    assertThat(proposal.conflicts()).isZero();
    assertThat(item(proposal, "lights").fields())
        .extracting(ProposedField::there)
        .containsExactly("here, there");
  }

  @Test
  void aFlagThatIsGoneFromTheFileIsProposedToGo() {
    var without = exported.replaceFirst("(?s)\"doors\".*?\\n    },", "");

    var proposal = propose(without);

    assertThat(item(proposal, "doors").kind()).isEqualTo(Kind.REMOVED);
    assertThat(item(proposal, "doors").conflict()).isFalse();
    bench.set("doors", FieldNames.OWNER, Value.of("ana"));
    assertThat(item(propose(without), "doors").conflict()).isTrue();
  }

  @Test
  void aFlagThatIsGoneHereComesBackOnlyIfItWasEditedThere() {
    bench.edit(new Edit.DeleteEntity(EntityId.flag("lights")));

    assertThat(item(propose(exported), "lights").kind()).isEqualTo(Kind.SAME);

    var edited = exported.replace("\"defaultVariant\": \"off\"", "\"defaultVariant\": \"on\"");
    var item = item(propose(edited), "lights");
    assertThat(item.kind()).isEqualTo(Kind.NEW);
    assertThat(item.conflict()).isTrue();
  }

  @Test
  void aFlagThatBothSidesAddedIsAConflictWhereItDiffers() {
    bench.edit(Edit.CreateFlag.bool("fans"));
    var edited =
        exported.replace(
            "\"flags\": {",
            """
            "flags": { // by hand
              "fans": {"state": "ENABLED", "variants": {"on": true, "off": false}},
            """);

    var fans = item(propose(edited), "fans");

    assertThat(fans.fields())
        .extracting(ProposedField::field, ProposedField::conflict)
        .containsExactly(org.assertj.core.api.Assertions.tuple(FieldNames.state(PRODUCTION), true));
  }

  @Test
  void aTagSetThatIsNotHereIsMadeFromTheFile() {
    var edited =
        exported.replace(
            "\"flags\": {",
            "\"$evaluators\": {\"tagset:line-2\": {\"merge\": [[\"b\", \"a\"]]}}, \"flags\": {");

    var item = propose(edited).items().getFirst();

    assertThat(item.entity()).isEqualTo(EntityId.tagSet("line-2"));
    assertThat(item.edits()).hasSize(3).first().isEqualTo(new Edit.CreateTagSet("line-2", ""));
    bench.edit(item.edits());
    assertThat(propose(edited).items()).extracting(ProposedItem::kind).containsOnly(Kind.SAME);
  }

  @Test
  void aTagSetIsFoundByItsKeyWhateverCharactersThatHas() {
    bench.edit(new Edit.CreateTagSet("hall.1", ""));
    var edited =
        exported.replace(
            "\"flags\": {",
            "\"$evaluators\": {\"tagset:hall%2E1\": {\"merge\": [[\"b\"]]}, \"tagset:hall%2E2\": {\"merge\": [[\"c\"]]}}, \"flags\": {");

    assertThat(propose(edited).items())
        .filteredOn(item -> item.kind() == Kind.NEW)
        .extracting(ProposedItem::entity)
        .containsExactly(EntityId.tagSet("hall.2"));
  }

  @Test
  void aTagSetThatWasDeletedHereSinceStaysDeleted() {
    var before =
        exported.replace(
            "\"flags\": {",
            "\"$evaluators\": {\"tagset:line-2\": {\"merge\": [[\"a\"]]}}, \"flags\": {");

    var proposal =
        FlagdImport.propose(
                bench.workspace(), read(before), List.of(PRODUCTION), Optional.of(read(before)))
            .proposal();

    assertThat(proposal.items()).extracting(ProposedItem::kind).containsOnly(Kind.SAME);
  }

  @Test
  void aFlagOfAnotherTypeInTheFileIsRefusedAndNotDeletedHere() {
    var edited =
        exported
            .replaceFirst("\"on\": true", "\"on\": \"1\"")
            .replaceFirst("\"off\": false", "\"off\": \"0\"");

    var proposed =
        FlagdImport.propose(
            bench.workspace(), read(edited), List.of(PRODUCTION), Optional.of(read(exported)));

    assertThat(proposed.findings())
        .singleElement()
        .asString()
        .contains("doors", "of type boolean in the workspace and string in the document");
    assertThat(proposed.proposal().items())
        .extracting(ProposedItem::kind)
        .doesNotContain(Kind.REMOVED);
  }

  private Proposal propose(String text) {
    return FlagdImport.propose(
            bench.workspace(), read(text), List.of(PRODUCTION), Optional.of(read(exported)))
        .proposal();
  }

  private List<List<Edit>> batches(Proposal proposal) {
    return unseen(proposal.batches(bench.workspace(), _ -> true, (_, _) -> false));
  }

  private static List<List<Edit>> unseen(List<List<Edit>> batches) {
    return batches.stream().map(edits -> edits.stream().map(Workbench::unseen).toList()).toList();
  }

  private static FlagdDocument read(String text) {
    assertThat(FlagdReader.read(text)).as(text).isInstanceOf(ReadResult.Read.class);
    return ((ReadResult.Read) FlagdReader.read(text)).document();
  }

  private static ProposedItem item(Proposal proposal, String key) {
    return proposal.items().stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
  }
}
