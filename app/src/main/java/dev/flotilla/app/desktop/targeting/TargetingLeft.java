package dev.flotilla.app.desktop.targeting;

import dev.flotilla.app.desktop.form.Place;
import dev.flotilla.app.desktop.session.Drafts;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.FlagSetting;
import java.util.Optional;
import java.util.Set;

/// Targeting that was edited and not saved, so that another form can go on with it.
///
/// @param base what the workspace said when it was left
/// @param overtaken keys of the rules that others changed as well
/// @param overtaker who changed last what was edited
/// @param broken the text that is no JSON yet; empty if it is
record TargetingLeft(
    TargetingDraft draft, FlagSetting base, Set<String> overtaken, String overtaker, String broken)
    implements Drafts.Draft {
  /// What the last form of a flag in an environment has left.
  static Optional<TargetingLeft> in(Drafts drafts, EntityId flag, String environment) {
    return drafts
        .at(new Place(flag, FieldNames.rules(environment)))
        .flatMap(
            draft -> draft instanceof TargetingLeft left ? Optional.of(left) : Optional.empty());
  }

  /// Keeps this while something is changed.
  void keep(Drafts drafts, EntityId flag, String environment, boolean changed) {
    Place place = new Place(flag, FieldNames.rules(environment));
    if (changed) {
      drafts.keep(place, this);
    } else {
      drafts.drop(place);
    }
  }
}
