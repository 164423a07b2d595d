package dev.flotilla.app.desktop.tagsets;

import dev.flotilla.model.Flag;
import dev.flotilla.model.TagSet;
import dev.flotilla.model.Workspace;
import dev.flotilla.openfeature.flagd.Segments;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Where a tag set is used: by flags that carry its tags, and by targeting that asks for it.
///
/// @param flags in the order of their keys; those with targeting first
/// @param targeting how many have targeting that names the set
record TagSetUses(List<Use> flags, int targeting) {
  static final TagSetUses NONE = new TagSetUses(List.of(), 0);

  /// A flag that uses the set.
  ///
  /// @param tags which of its tags are in the set
  /// @param environments where its targeting names the set
  record Use(String flag, List<String> tags, List<String> environments) {}

  /// Costs O(flags · log members).
  static TagSetUses of(Workspace workspace, TagSet tagSet) {
    Set<String> members = tagSet.members();
    var targeted = new ArrayList<Use>();
    var tagged = new ArrayList<Use>();
    for (Flag flag : workspace.flags()) {
      var tags = flag.tags().stream().filter(members::contains).toList();
      var environments = new ArrayList<String>();
      flag.environments()
          .forEach((environment, setting) -> {
            if (setting
                .effectiveTargeting()
                .filter(json -> Segments.used(json).contains(tagSet.key()))
                .isPresent()) {
              environments.add(environment);
            }
          });
      if (!environments.isEmpty()) {
        targeted.add(new Use(flag.key(), tags, environments));
      } else if (!tags.isEmpty()) {
        tagged.add(new Use(flag.key(), tags, List.of()));
      }
    }
    int count = targeted.size();
    targeted.addAll(tagged);
    return new TagSetUses(List.copyOf(targeted), count);
  }
}
