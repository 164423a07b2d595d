package dev.flotilla.testkit.workspace;

import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;

/// The flags that figures are measured with: `feature.0000` and so on, boolean, each with a
/// description of 40 characters and three tags out of 200, on or off in `production`. The same for
/// the same seed.
///
/// A description is words out of 160, drawn evenly and cut at 40 characters: about seven words,
/// some 50 bits of surprise. Real descriptions have more words and less chance.
public final class ManyFlags {
  /// The environment that the flags are set in.
  public static final String ENVIRONMENT = "production";

  private static final int DESCRIPTION_LENGTH = 40;
  private static final int TAGS = 200;
  private static final int TAGS_A_FLAG = 3;
  private static final String[] WORDS =
      """
      account address admin after alert allow amount apply archive async audit backup badge banner
      basket batch before beta billing block browser budget bulk button cache calendar campaign
      card cart catalog charge chart check checkout client cloud code column comment company
      confirm contact content copy country coupon credit currency customer dark dashboard data
      date debug default delay delete delivery device dialog direct discount document download
      draft edit email enable error event expand experiment export fallback fast feature feed
      field file filter first footer form format free gateway gift global group guest header help
      hidden hint history home image import inbox index inline input insert invoice item journey
      label language layout legacy limit link list loading locale login logout loyalty mail
      manager map market menu message metric mobile mode modal name navigation new notice offer
      old order page panel partner password payment picker plan pool popup portal preview price
      print product profile promo prompt proxy query queue quick quote rate
      """
          .strip()
          .split("\\s+");

  /// One flag.
  public record Made(String key, boolean enabled, String description, SortedSet<String> tags) {}

  private final Random random;

  /// @param seed of everything that is drawn
  public ManyFlags(long seed) {
    this.random = new Random(seed);
  }

  /// The key of the n-th flag.
  public static String key(int n) {
    return "feature.%04d".formatted(n);
  }

  /// The next `count` flags from the n-th on.
  public List<Made> make(int from, int count) {
    var made = new ArrayList<Made>(count);
    for (var n = from; n < from + count; n++) {
      made.add(new Made(key(n), random.nextBoolean(), description(), tags()));
    }
    return made;
  }

  /// What creates a flag.
  public static List<Edit> edits(Made flag) {
    var edits = new ArrayList<Edit>();
    edits.add(
        Edit.CreateFlag.bool(flag.key())
            .withDescription(flag.description())
            .withSettings(Map.of(ENVIRONMENT, FlagSetting.of(flag.enabled(), "on"))));
    flag.tags().forEach(tag -> edits.add(Edit.tag(flag.key(), tag)));
    return edits;
  }

  /// Switches the n-th flag.
  public static Edit toggle(int n, boolean enabled) {
    return new Edit.SetField(
        EntityId.flag(key(n)), FieldNames.state(ENVIRONMENT), Value.of(enabled));
  }

  private String description() {
    var text = new StringBuilder();
    while (text.length() < DESCRIPTION_LENGTH) {
      text.append(text.isEmpty() ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
    }
    return text.substring(0, DESCRIPTION_LENGTH);
  }

  private SortedSet<String> tags() {
    var tags = new TreeSet<String>();
    while (tags.size() < TAGS_A_FLAG) {
      tags.add("tag-" + random.nextInt(TAGS));
    }
    return tags;
  }
}
