package dev.flotilla.app.desktop.targeting;

import dev.flotilla.model.FlagSetting;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A draft carried over to what others made of the targeting meanwhile: what only they changed is
/// theirs, what only the draft changed stays, and what both changed stays as the draft has it and
/// is told of.
///
/// @param draft what is edited from now on
/// @param overtaken keys of rules that both changed; [#REST] for what applies after them
record Rebase(TargetingDraft draft, Set<String> overtaken) {
  static final String REST = "rest";

  static Rebase of(TargetingDraft mine, FlagSetting base, FlagSetting theirs) {
    var before = TargetingDraft.of(base);
    var now = TargetingDraft.of(theirs);
    var overtaken = new LinkedHashSet<String>();
    var items = new ArrayList<RuleItem>();
    for (var item : order(mine, before, now)) {
      merged(item, mine, before, now, overtaken).ifPresent(items::add);
    }
    var rest = mine.rest();
    if (mine.rest().equals(base.targeting())) {
      rest = theirs.targeting();
    } else if (!base.targeting().equals(theirs.targeting())
        && !mine.rest().equals(theirs.targeting())) {
      overtaken.add(REST);
    }
    return new Rebase(new TargetingDraft(items, rest, mine.made()), overtaken);
  }

  /// All rules of both: in their order unless the draft moved some, new ones of the other after the
  /// rule that they stand after there.
  private static List<String> order(
      TargetingDraft mine, TargetingDraft before, TargetingDraft now) {
    boolean moved =
        !keys(before).stream()
            .filter(keys(mine)::contains)
            .toList()
            .equals(keys(mine).stream().filter(keys(before)::contains).toList());
    var main = moved ? mine : now;
    var other = moved ? now : mine;
    var order = new ArrayList<>(keys(main));
    String left = "";
    for (var key : keys(other)) {
      if (!order.contains(key)) {
        order.add(order.indexOf(left) + 1, key);
      }
      left = key;
    }
    return order;
  }

  private static Optional<RuleItem> merged(
      String key,
      TargetingDraft mine,
      TargetingDraft before,
      TargetingDraft now,
      Set<String> overtaken) {
    var own = find(mine, key);
    var old = find(before, key);
    var their = find(now, key);
    if (own.map(RuleItem::draft).equals(old.map(RuleItem::draft))) {
      return their;
    }
    boolean theyChanged = !old.map(RuleItem::draft).equals(their.map(RuleItem::draft));
    if (theyChanged && !own.map(RuleItem::draft).equals(their.map(RuleItem::draft))) {
      overtaken.add(key);
    }
    return own;
  }

  private static List<String> keys(TargetingDraft draft) {
    return draft.rules().stream().map(RuleItem::key).toList();
  }

  private static Optional<RuleItem> find(TargetingDraft draft, String key) {
    return draft.rules().stream().filter(item -> item.key().equals(key)).findFirst();
  }
}
