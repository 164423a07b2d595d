package dev.flotilla.app.desktop.session;

import dev.flotilla.app.desktop.theme.Hue;
import dev.flotilla.model.TagSet;
import dev.flotilla.model.Workspace;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// The colour of each tag: that of the first tag set it belongs to, else one that follows from the
/// tag's text.
public final class TagColours {
  private final Map<String, Hue> hues = new HashMap<>();
  private final SortedSet<String> known = new TreeSet<>();

  public TagColours(Workspace workspace) {
    for (TagSet tagSet : workspace.tagSets()) {
      Hue hue = hueOf(tagSet);
      for (String tag : tagSet.members()) {
        hues.putIfAbsent(tag, hue);
        known.add(tag);
      }
    }
    workspace.flags().forEach(flag -> known.addAll(flag.tags()));
  }

  public Hue of(String tag) {
    return hues.getOrDefault(tag, Hue.of(tag));
  }

  /// Every tag of a flag or a tag set, sorted.
  public SortedSet<String> known() {
    return known;
  }

  /// The colour of the set itself.
  public static Hue hueOf(TagSet tagSet) {
    return Hue.parse(tagSet.colour()).orElse(Hue.of(tagSet.key()));
  }
}
