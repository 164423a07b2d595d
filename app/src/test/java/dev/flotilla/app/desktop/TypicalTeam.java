package dev.flotilla.app.desktop;

import static dev.flotilla.app.desktop.SketchWorkspace.ANA;
import static dev.flotilla.app.desktop.SketchWorkspace.BEN;
import static dev.flotilla.app.desktop.SketchWorkspace.CHEN;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Made-up flags by the dozen, or by the thousand, with the words of a real shop.
final class TypicalTeam {
  private static final List<String> AREAS =
      List.of("cart", "catalogue", "delivery", "login", "loyalty", "mail", "prices", "returns");
  private static final List<String> WHAT =
      List.of(
          "guest-checkout",
          "new-layout",
          "fast-path",
          "retry",
          "dark-launch",
          "cache",
          "suggestions",
          "audit",
          "voucher",
          "dry-run");
  private static final List<String> WORDS =
      List.of(
          "For everyone once the numbers hold",
          "Goes when the old path is removed",
          "Asked for by support",
          "",
          "Off while the warehouse counts",
          "Watched by the on-call team");
  private static final List<String> OWNERS =
      List.of("ana@example.org", "ben@example.org", "", "chen@example.org");
  private static final List<String> KINDS =
      List.of("release", "experiment", "operational", "permission");

  private TypicalTeam() {}

  /// Environments, folders and flags besides those that are there, by three machines over the last
  /// two months.
  ///
  /// @param tags how many different tags they carry in all
  static void grow(SketchWorkspace sketch, int flags, int tags) {
    sketch.ago(Duration.ofDays(70));
    frame().forEach(edit -> sketch.edit(ANA, edit));
    for (int at = 0; at < flags; at++) {
      ReplicaId author = List.of(ANA, BEN, CHEN).get(at % 3);
      sketch.ago(Duration.ofHours(3L + at % 1400));
      sketch.edit(author, flag(at, tags).toArray(Edit[]::new));
    }
  }

  /// Two environments besides development and production, and the folders.
  static List<Edit> frame() {
    List<Edit> edits = new ArrayList<>();
    edits.add(new Edit.CreateEnvironment("staging", 3));
    edits.add(new Edit.CreateEnvironment("qa", 4));
    for (String area : AREAS) {
      edits.add(new Edit.CreateFolder(area, capital(area), Optional.empty()));
    }
    return edits;
  }

  /// The edits that make one flag, in a folder of [#frame].
  ///
  /// @param tags how many different tags all flags carry together
  static List<Edit> flag(int at, int tags) {
    String area = AREAS.get(at % AREAS.size());
    int round = at / (AREAS.size() * WHAT.size());
    String what = WHAT.get(at / AREAS.size() % WHAT.size());
    String key = area + "." + what + (round == 0 ? "" : "-" + round);
    Map<String, FlagSetting> settings = new TreeMap<>();
    settings.put("development", FlagSetting.of(true, "on"));
    settings.put("qa", FlagSetting.of(at % 3 != 0, "on"));
    settings.put("staging", FlagSetting.of(at % 2 == 0, at % 4 == 0 ? "on" : "off"));
    settings.put("production", FlagSetting.of(at % 5 != 0, at % 7 < 3 ? "on" : "off"));
    List<Edit> edits = new ArrayList<>();
    edits.add(
        Edit.CreateFlag.bool(key)
            .withDescription(WORDS.get(at % WORDS.size()))
            .withSettings(settings));
    edits.add(Edit.putInto(key, Optional.of(area)));
    edits.add(set(key, FieldNames.KIND, KINDS.get(at % KINDS.size())));
    String owner = OWNERS.get(at % OWNERS.size());
    if (!owner.isEmpty()) {
      edits.add(set(key, FieldNames.OWNER, owner));
    }
    for (int tag = 0; tag < (at + at / AREAS.size()) % 4; tag++) {
      edits.add(Edit.tag(key, tagName(at * 7 + tag * 13, tags)));
    }
    return edits;
  }

  private static String tagName(int at, int tags) {
    int tag = Math.floorMod(at, tags);
    return switch (tag % 3) {
      case 0 -> "line-" + tag / 3;
      case 1 -> "team-" + tag / 3;
      default -> "q" + (tag / 3 % 4 + 1) + "-" + (2026 + tag / 12);
    };
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private static Edit set(String flag, String field, String value) {
    return new Edit.SetField(EntityId.flag(flag), field, Value.of(value), Optional.empty());
  }
}
