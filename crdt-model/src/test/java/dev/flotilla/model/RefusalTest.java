package dev.flotilla.model;

import static dev.flotilla.model.Desk.numberFlag;
import static dev.flotilla.model.Desk.set;
import static dev.flotilla.model.Refusal.Reason.EXISTS;
import static dev.flotilla.model.Refusal.Reason.INVALID_CHOICE;
import static dev.flotilla.model.Refusal.Reason.INVALID_KEY;
import static dev.flotilla.model.Refusal.Reason.INVALID_VALUE;
import static dev.flotilla.model.Refusal.Reason.IN_USE;
import static dev.flotilla.model.Refusal.Reason.LAST_ENVIRONMENT;
import static dev.flotilla.model.Refusal.Reason.NOTHING_TO_DO;
import static dev.flotilla.model.Refusal.Reason.NOT_ALLOWED;
import static dev.flotilla.model.Refusal.Reason.TOO_LARGE;
import static dev.flotilla.model.Refusal.Reason.UNKNOWN_CONFLICT;
import static dev.flotilla.model.Refusal.Reason.UNKNOWN_ELEMENT;
import static dev.flotilla.model.Refusal.Reason.UNKNOWN_ENTITY;
import static dev.flotilla.model.Refusal.Reason.UNKNOWN_ENVIRONMENT;
import static dev.flotilla.model.Refusal.Reason.UNKNOWN_FIELD;
import static dev.flotilla.model.Refusal.Reason.UNKNOWN_FLAG;
import static dev.flotilla.model.Refusal.Reason.UNKNOWN_TAG_SET;
import static dev.flotilla.model.Refusal.Reason.UNKNOWN_VARIANT;
import static dev.flotilla.model.Refusal.Reason.WRONG_TYPE;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The sentences that people read when an edit is not done.
class RefusalTest {
  private static final EntityId SHIPPING = EntityId.flag("shipping");

  private final Desk desk = new Desk();

  @Test
  void aKeyThatIsTaken() {
    desk.edit(numberFlag("shipping"));

    desk.refuses(
        EXISTS,
        "There is a flag \"shipping\" already. Change that one, or choose another key.",
        Edit.CreateFlag.bool("shipping"));
    desk.refuses(
        EXISTS,
        "There is an environment \"production\" already. Change that one, or choose another name.",
        new Edit.CreateEnvironment("production", 3));
  }

  @Test
  void aFlagThatIsNotThere() {
    desk.refuses(
        UNKNOWN_FLAG, "There is no flag \"nope\". There are none yet.", Edit.tag("nope", "x"));
    desk.edit(numberFlag("shipping"), Edit.CreateFlag.bool("fast"));

    desk.refuses(
        UNKNOWN_FLAG,
        "There is no flag \"nope\". Flags here: fast, shipping.",
        new Edit.DeleteEntity(EntityId.flag("nope")));
  }

  @Test
  void amongManyFlagsTheClosestIsNamed() {
    for (int i = 0; i < 20; i++) {
      desk.edit(Edit.CreateFlag.bool("checkout-" + (char) ('a' + i)));
    }

    desk.refuses(
        UNKNOWN_FLAG,
        "There is no flag \"chekout-c\". Did you mean \"checkout-c\"?",
        Edit.tag("chekout-c", "x"));
    desk.refuses(UNKNOWN_FLAG, "There is no flag \"zebra\".", Edit.tag("zebra", "x"));
  }

  @Test
  void aTagSetOrAnEnvironmentThatIsNotThere() {
    desk.edit(numberFlag("shipping"));

    desk.refuses(
        UNKNOWN_TAG_SET,
        "There is no tag set \"teams\". There are none yet.",
        new Edit.AddElement(EntityId.tagSet("teams"), FieldNames.MEMBERS, "x"));
    desk.refuses(
        UNKNOWN_ENVIRONMENT,
        "There is no environment \"prod\". Environments here: development, production.",
        set(SHIPPING, FieldNames.state("prod"), Value.of(true)));
    desk.refuses(
        UNKNOWN_ENVIRONMENT,
        "There is no environment \"prod\". Environments here: development, production.",
        Edit.CreateFlag.bool("fast").withSettings(Map.of("prod", FlagSetting.OFF)));
  }

  @Test
  void aValueOfTheWrongType() {
    desk.edit(numberFlag("shipping"));

    desk.refuses(
        WRONG_TYPE,
        "Flag \"shipping\" is of the type number: variant \"few\" must be a number, not a text.",
        set(SHIPPING, FieldNames.variant("few"), Value.of("1")));
    desk.refuses(
        WRONG_TYPE,
        "The state in production must be true or false, not a text.",
        set(SHIPPING, FieldNames.state("production"), Value.of("on")));
    desk.refuses(
        WRONG_TYPE,
        "The targeting in production must be a JSON value, not a text.",
        set(SHIPPING, FieldNames.targeting("production"), Value.of("{}")));
    desk.refuses(
        WRONG_TYPE,
        "The order must be a whole number, not 1.5.",
        set(
            EntityId.environment("production"),
            FieldNames.ORDER,
            new Value.Number(new BigDecimal("1.5"))));
  }

  @Test
  void aTypeThatTheVariantsAreNotOf() {
    desk.edit(numberFlag("shipping"));

    desk.refuses(
        WRONG_TYPE,
        "Flag \"shipping\" is of the type string: variant \"few\" must be a text, not a number.",
        set(SHIPPING, FieldNames.TYPE, Value.of("string")));
    desk.refuses(
        INVALID_VALUE,
        "The type of a flag is one of boolean, string, number, object.",
        set(SHIPPING, FieldNames.TYPE, Value.of("colour")));
    desk.refuses(
        INVALID_VALUE,
        "The kind of a flag is one of release, experiment, operational, kill-switch, permission, or not set.",
        set(SHIPPING, FieldNames.KIND, Value.of("toy")));
  }

  @Test
  void aVariantThatIsNotThere() {
    desk.edit(numberFlag("shipping"));

    desk.refuses(
        UNKNOWN_VARIANT,
        "Flag \"shipping\" has no variant \"some\". Variants here: few, many.",
        set(SHIPPING, FieldNames.defaultVariant("development"), Value.of("some")));
  }

  @Test
  void aVariantThatIsInUse() {
    desk.edit(numberFlag("shipping"));

    desk.refuses(
        IN_USE,
        "Variant \"few\" is the default of flag \"shipping\" in production. Choose another default there first.",
        set(SHIPPING, FieldNames.variant("few"), Value.absent()));
  }

  @Test
  void aFlagWithoutVariants() {
    desk.refuses(
        INVALID_VALUE,
        "Flag \"bare\" needs one variant at least. Give it another one, or delete the flag.",
        new Edit.CreateFlag("bare", FlagType.STRING, new TreeMap<>(), "", new TreeMap<>()));
    desk.edit(
        new Edit.CreateFlag(
            "one",
            FlagType.STRING,
            new TreeMap<>(Map.of("a", Value.of("a"))),
            "",
            new TreeMap<>()));

    desk.refuses(
        INVALID_VALUE,
        "Flag \"one\" needs one variant at least. Give it another one, or delete the flag.",
        set(EntityId.flag("one"), FieldNames.variant("a"), Value.absent()));
  }

  @Test
  void keysThatNobodyCouldUse() {
    desk.refuses(INVALID_KEY, "A flag key must not be empty.", Edit.CreateFlag.bool("  "));
    desk.refuses(
        INVALID_KEY,
        "A flag key must not start or end with white space.",
        Edit.CreateFlag.bool(" a"));
    desk.refuses(
        INVALID_KEY,
        "A flag key must not have control characters such as line breaks.",
        Edit.CreateFlag.bool("a\nb"));
    desk.refuses(
        INVALID_KEY, "A flag key is longer than 512 bytes.", Edit.CreateFlag.bool("ü".repeat(257)));
    desk.refuses(
        INVALID_KEY,
        "A flag key is not well-formed Unicode at position 2.",
        Edit.CreateFlag.bool("a\ud800"));
    desk.refuses(
        INVALID_KEY,
        "The name of an environment has 1 to 64 letters, digits, dots, dashes or underscores.",
        new Edit.CreateEnvironment("a/b", 1));
    desk.edit(Edit.CreateFlag.bool("fine"));
    desk.refuses(INVALID_KEY, "A tag must not be empty.", Edit.tag("fine", ""));
  }

  @Test
  void fieldsAndSetsThatThereAreNot() {
    desk.edit(Edit.CreateFlag.bool("fine"));
    var fine = EntityId.flag("fine");

    assertThat(desk.plan(set(fine, "colour", Value.of("red"))))
        .isInstanceOfSatisfying(
            Plan.Refused.class,
            refused -> {
              assertThat(refused.refusal().reason()).isEqualTo(UNKNOWN_FIELD);
              assertThat(refused.refusal().message())
                  .startsWith("A flag has no field \"colour\". Fields: type, description,");
            });
    desk.refuses(
        UNKNOWN_FIELD,
        "The flag \"fine\" has no set \"members\". Sets here: tags, links.",
        new Edit.AddElement(fine, FieldNames.MEMBERS, "x"));
    desk.refuses(
        UNKNOWN_ENTITY,
        "This version of Flotilla cannot change a \"gauge\".",
        set(new EntityId("gauge", "visits"), "value", Value.Number.of(1)));
    desk.refuses(
        UNKNOWN_ENTITY,
        "The workspace itself cannot be deleted.",
        new Edit.DeleteEntity(EntityId.workspace()));
  }

  @Test
  void aTagThatIsNotThere() {
    desk.edit(Edit.CreateFlag.bool("fine"), Edit.tag("fine", "a"), Edit.tag("fine", "b"));

    desk.refuses(
        UNKNOWN_ELEMENT,
        "The flag \"fine\" has no tag \"c\". Tags here: a, b.",
        Edit.untag("fine", "c"));
  }

  @Test
  void theLastEnvironment() {
    desk.edit(new Edit.DeleteEntity(EntityId.environment("production")));

    desk.refuses(
        LAST_ENVIRONMENT,
        "\"development\" is the last environment. Create another one before you delete it.",
        new Edit.DeleteEntity(EntityId.environment("development")));
  }

  @Test
  void twoEnvironmentsAtOnceWhenThereAreTwo() {
    desk.refuses(
        LAST_ENVIRONMENT,
        "\"production\" is the last environment. Create another one before you delete it.",
        new Edit.DeleteEntity(EntityId.environment("development")),
        new Edit.DeleteEntity(EntityId.environment("production")));
  }

  @Test
  void aConflictThatIsNotThere() {
    desk.refuses(
        UNKNOWN_CONFLICT,
        "There is no conflict \"0a1b2c3d\". It may be resolved already, or somebody has written there since: look at the conflicts again.",
        new Edit.Resolve("0a1b2c3d", new Choice.Pick(0)));
  }

  @Test
  void anAlternativeThatIsNotThere() {
    desk.edit(Edit.CreateFlag.bool("fine").withDescription("mine"));
    desk.applyUnseen(
        new Slot.Field(EntityId.flag("fine"), FieldNames.DESCRIPTION), Value.of("yours"));
    var id = desk.now().conflicts().getFirst().id();

    desk.refuses(
        INVALID_CHOICE,
        "Conflict \"%s\" has no alternative 2. Choose one of 0 to 1.".formatted(id),
        new Edit.Resolve(id, new Choice.Pick(2)));
    desk.refuses(
        WRONG_TYPE,
        "The description must be a text, not true or false.",
        new Edit.Resolve(id, new Choice.Put(Value.of(true))));
  }

  @Test
  void aValueForAConflictThatHasNone() {
    desk.edit(Edit.CreateFlag.bool("fine"), Edit.tag("fine", "a"));
    desk.applyUnseen(new Slot.Element(EntityId.flag("fine"), FieldNames.TAGS, "a"), Value.absent());
    var id = desk.now().conflicts().getFirst().id();

    desk.refuses(
        INVALID_CHOICE,
        "Conflict \"%s\" takes no value. Choose 0 to keep it or 1 to remove it.".formatted(id),
        new Edit.Resolve(id, new Choice.Put(Value.of("b"))));
  }

  @Test
  void pickingTheRemovalOfAVariantThatIsInUse() {
    desk.edit(numberFlag("shipping"));
    desk.applyUnseen(new Slot.Field(SHIPPING, FieldNames.variant("few")), Value.absent());
    var conflict = desk.now().conflicts().getFirst();
    int removal = conflict.alternatives().get(0).value().isPresent() ? 1 : 0;

    desk.refuses(
        IN_USE,
        "Variant \"few\" is the default of flag \"shipping\" in production. Choose another default there first.",
        new Edit.Resolve(conflict.id(), new Choice.Pick(removal)));
  }

  @Test
  void aViewerWhoEdits() {
    desk.apply(List.of(new Operation.AdmitMember(Desk.device(1), "Vera", Role.VIEWER)));

    desk.refuses(
        NOT_ALLOWED,
        "\"Vera\" may look at this workspace but not edit it. Ask its owner for the role of an editor.",
        Edit.CreateFlag.bool("fine"));
  }

  @Test
  void nothingAtAll() {
    desk.refuses(NOTHING_TO_DO, "There is nothing to change.");
  }

  @Test
  void aValueThatIsTooLong() {
    desk.edit(Edit.CreateFlag.bool("fine"));

    desk.refuses(
        TOO_LARGE,
        "The description of flag \"fine\" is longer than 65536 bytes.",
        set(
            EntityId.flag("fine"),
            FieldNames.DESCRIPTION,
            Value.of("x".repeat(ModelLimits.VALUE_BYTES_MAX + 1))));
    desk.refuses(
        TOO_LARGE,
        "The metadata n of flag \"fine\" is too large or too small a number.",
        set(
            EntityId.flag("fine"),
            FieldNames.metadata("n"),
            new Value.Number(new BigDecimal("1E+1000000000"))));
  }

  @Test
  void moreThanAChangeHolds() {
    var tags = desk.many(ModelLimits.OPERATIONS_MAX, i -> Edit.tag("fine", "t" + i));
    desk.edit(Edit.CreateFlag.bool("fine"));

    assertThat(desk.plan(tags.toArray(Edit[]::new)))
        .isInstanceOfSatisfying(
            Plan.Refused.class,
            refused -> {
              assertThat(refused.refusal().reason()).isEqualTo(TOO_LARGE);
              assertThat(refused.refusal().message())
                  .startsWith("These edits take 4097 operations")
                  .endsWith("Make them in smaller parts.");
            });
  }
}
