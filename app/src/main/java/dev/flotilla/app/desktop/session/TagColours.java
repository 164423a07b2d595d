package dev.flotilla.app.desktop.session;

import dev.flotilla.app.desktop.theme.Hue;
import dev.flotilla.model.TagSet;
import dev.flotilla.model.Workspace;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The colour of each tag: that of the first tag set it belongs to, else one that follows from the
/// tag's text. Making one costs nothing; a colour is looked up once, in O(tag sets · log members).
///
/// For one thread.
public final class TagColours {
  /// Of a larger set no members are offered: nobody chooses from a list of a million machines.
  private static final int OFFERED_MEMBERS = 2_000;

  private final Workspace workspace;
  private final Map<String, Hue> hues = new HashMap<>();
  private @Nullable SortedSet<String> known;

  public TagColours(Workspace workspace) {
    this.workspace = workspace;
  }

  public Hue of(String tag) {
    return hues.computeIfAbsent(tag, this::look);
  }

  private Hue look(String tag) {
    for (TagSet tagSet : tagSets()) {
      if (tagSet.members().contains(tag)) {
        return hueOf(tagSet);
      }
    }
    return Hue.of(tag);
  }

  /// The tags of all flags, and the members of all but the largest tag sets, sorted: what is
  /// offered to somebody who types.
  public SortedSet<String> known() {
    SortedSet<String> tags = known;
    if (tags == null) {
      SortedSet<String> all = new TreeSet<>();
      for (TagSet tagSet : tagSets()) {
        if (tagSet.members().size() <= OFFERED_MEMBERS) {
          all.addAll(tagSet.members());
        }
      }
      workspace.flags().forEach(flag -> all.addAll(flag.tags()));
      tags = Collections.unmodifiableSortedSet(all);
      known = tags;
    }
    return tags;
  }

  private List<TagSet> tagSets() {
    return workspace.tagSets();
  }

  /// The colour of the set itself.
  public static Hue hueOf(TagSet tagSet) {
    return Hue.parse(tagSet.colour()).orElse(Hue.of(tagSet.key()));
  }
}
