package dev.flotilla.openfeature.flagd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Value;
import dev.flotilla.openfeature.proposal.Proposal;
import dev.flotilla.openfeature.proposal.ProposedItem;
import dev.flotilla.openfeature.proposal.ProposedItem.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What becomes of tag sets in a file that comes back.
class SegmentImportTest {
  private static final String PRODUCTION = "production";
  private static final EntityId LINE = EntityId.tagSet("line-2");
  private static final String RULE =
      "{\"if\":[{\"in\":[{\"var\":\"machine\"},{\"$ref\":\"tagset:line-2\"}]},\"on\",\"off\"]}";

  private final Workbench bench = Workbench.with(PRODUCTION);

  @BeforeEach
  void createTagSet() {
    bench
        .edit(Edit.CreateFlag.bool("press"))
        .edit(new Edit.CreateTagSet("line-2", ""))
        .edit(member("a"))
        .edit(member("b"))
        .set("press", FieldNames.targeting(PRODUCTION), new Value.Json(RULE));
  }

  @Test
  void membersThatWereEditedInTheFileAreProposedAndThoseThatChangedHereStay() {
    var exported = FlagdExport.write(bench.workspace(), PRODUCTION);
    bench.edit(member("here"));

    var proposal = propose(exported.replace("\"a\", \"b\"", "\"b\", \"file\""), exported);

    var item = item(proposal, LINE);
    assertThat(item.kind()).isEqualTo(Kind.CHANGED);
    assertThat(item.fields().getFirst().here()).isEqualTo("a, b, here");
    assertThat(item.fields().getFirst().there()).isEqualTo("b, file, here");
    bench.edit(item.edits(_ -> false));
    assertThat(bench.workspace().tagSet("line-2").orElseThrow().members())
        .containsExactly("b", "file", "here");
    assertThat(bench.workspace().flag("press").orElseThrow().setting(PRODUCTION).targeting())
        .hasValue(RULE);
  }

  @Test
  void anUntouchedFileProposesNoMembers() {
    var exported = FlagdExport.write(bench.workspace(), PRODUCTION);
    bench.edit(member("here"));

    assertThat(propose(exported, exported).items())
        .extracting(ProposedItem::kind)
        .containsOnly(Kind.SAME);
  }

  @Test
  void withoutKnowingWhatTheFileSaidTheSetBecomesWhatItSays() {
    var exported = FlagdExport.write(bench.workspace(), PRODUCTION);
    bench.edit(member("here"));

    var item =
        item(
            FlagdImport.propose(
                    bench.workspace(), read(exported), List.of(PRODUCTION), Optional.empty())
                .proposal(),
            LINE);

    assertThat(item.edits(_ -> false))
        .containsExactly(new Edit.RemoveElement(LINE, FieldNames.MEMBERS, "here"));
  }

  @Test
  void membersThatAnExportWroteIntoARuleComeBackAsTheTagSet() {
    bench.edit(member("c$1"));
    var exported = FlagdExport.write(bench.workspace(), PRODUCTION);
    assertThat(exported).contains("[\"a\", \"b\", \"c$1\"]").doesNotContain("$ref");
    bench.edit(member("later"));

    assertThat(propose(exported, exported).items())
        .extracting(ProposedItem::kind)
        .containsOnly(Kind.SAME);
    var edited = propose(exported.replace("\"machine\"", "\"host\""), exported);

    var field = item(edited, EntityId.flag("press")).fields().getFirst();
    assertThat(field.conflict()).isFalse();
    assertThat(field.there()).isEqualTo(RULE.replace("machine", "host"));
  }

  @Test
  void membersThatAnotherProgramPutInComeBackAsTheTagSet() {
    var exported = FlagdExport.write(bench.workspace(), PRODUCTION);
    var list = exported.replaceAll("\\{\\s*\"\\$ref\": \"tagset:line-2\"\\s*\\}", "[\"b\", \"a\"]");
    var whole =
        exported.replaceAll(
            "\\{\\s*\"\\$ref\": \"tagset:line-2\"\\s*\\}", "{\"merge\": [[\"a\", \"b\"]]}");
    assertThat(list).isNotEqualTo(exported);

    assertThat(propose(list, exported).items())
        .extracting(ProposedItem::kind)
        .containsOnly(Kind.SAME);
    assertThat(propose(whole, exported).items())
        .extracting(ProposedItem::kind)
        .containsOnly(Kind.SAME);
  }

  @Test
  void anyOtherListMeansItself() {
    var exported = FlagdExport.write(bench.workspace(), PRODUCTION);
    var other =
        exported.replaceAll("\\{\\s*\"\\$ref\": \"tagset:line-2\"\\s*\\}", "[\"b\", \"z\"]");

    var item = item(propose(other, exported), EntityId.flag("press"));

    assertThat(item.fields().getFirst().there()).contains("[\"b\",\"z\"]");
  }

  /// More members than a value can hold, which are read once, not for each flag.
  @Test
  void manyFlagsOfOneLargeTagSetComeBackUnchanged() {
    for (int part = 0; part < 5; part++) {
      var members = new ArrayList<Edit>();
      for (int n = 0; n < 2_000; n++) {
        members.add(member("m-" + part + "-" + n));
      }
      bench.edit(members);
    }
    for (int n = 0; n < 100; n++) {
      bench
          .edit(Edit.CreateFlag.bool("press-" + n))
          .set("press-" + n, FieldNames.targeting(PRODUCTION), new Value.Json(RULE));
    }
    var exported = FlagdExport.write(bench.workspace(), PRODUCTION);

    assertThat(propose(exported, exported).items())
        .extracting(ProposedItem::kind)
        .containsOnly(Kind.SAME);
  }

  private static Edit member(String name) {
    return new Edit.AddElement(LINE, FieldNames.MEMBERS, name);
  }

  private Proposal propose(String text, String base) {
    return FlagdImport.propose(
            bench.workspace(), read(text), List.of(PRODUCTION), Optional.of(read(base)))
        .proposal();
  }

  private static FlagdDocument read(String text) {
    assertThat(FlagdReader.read(text)).as(text).isInstanceOf(ReadResult.Read.class);
    return ((ReadResult.Read) FlagdReader.read(text)).document();
  }

  private static ProposedItem item(Proposal proposal, EntityId entity) {
    return proposal.items().stream()
        .filter(one -> one.entity().equals(entity))
        .findFirst()
        .orElseThrow();
  }
}
