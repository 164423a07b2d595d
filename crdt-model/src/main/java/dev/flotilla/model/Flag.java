package dev.flotilla.model;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/// A feature flag as it reads now. Immutable, and so are its collections.
///
/// After a merge the parts need not fit together: a default variant can be missing, a variant can
/// be of another type. [#value] only returns what fits.
///
/// @param environments settings by name of the environment; may name environments that are gone
/// @param folder the key of the folder it shows in: the nearest that is there; none at the top
/// @param prerequisites flags that must serve a certain variant for this one to be served: their
///   keys and those variants. Merges may leave cycles, each of which is a
///   [Conflict.PrerequisiteCycle]: whoever follows them must not do so for ever
/// @param conflicted whether a field, a tag or the presence of this flag is in conflict, or parts
///   of it do not fit together
public record Flag(
    String key,
    FlagType type,
    String description,
    String owner,
    Optional<FlagKind> kind,
    boolean archived,
    SortedSet<String> tags,
    SortedMap<String, Value> variants,
    SortedMap<String, FlagSetting> environments,
    SortedMap<String, Value> metadata,
    List<String> links,
    Optional<String> folder,
    SortedMap<String, String> prerequisites,
    LastChange lastChange,
    boolean conflicted) {

  /// The id of this flag.
  public EntityId id() {
    return EntityId.flag(key);
  }

  /// This flag with what it shows of others: entities see themselves alone.
  Flag within(Workspace workspace) {
    var odd = workspace.entityStore().odd();
    boolean isOdd = !odd.isEmpty() && odd.containsKey(id());
    if (!showsOthers() && !isOdd) {
      return this;
    }
    var shownIn = Folders.shown(workspace, folder);
    var required = Prerequisites.shown(workspace, this);
    boolean disputed =
        conflicted
            || workspace.prerequisites().isCyclic(key)
            || (isOdd
                && workspace.entity(id()).conflicts().stream()
                    .anyMatch(conflict -> Misfits.isShown(workspace, conflict)))
            || (!odd.isEmpty() && !Misfits.required(workspace, this).isEmpty());
    if (shownIn.equals(folder) && required.equals(prerequisites) && disputed == conflicted) {
      return this;
    }
    return new Flag(
        key,
        type,
        description,
        owner,
        kind,
        archived,
        tags,
        variants,
        environments,
        metadata,
        links,
        shownIn,
        required,
        lastChange,
        disputed);
  }

  boolean showsOthers() {
    return folder.isPresent() || !prerequisites.isEmpty();
  }

  /// What the flag does in `environment`; [FlagSetting#OFF] if nothing was ever set there.
  public FlagSetting setting(String environment) {
    return environments.getOrDefault(environment, FlagSetting.OFF);
  }

  /// The value of the default variant in `environment`, if there is one of the flag's type. Does
  /// not look at whether the flag is enabled.
  public Optional<Value> value(String environment) {
    return setting(environment)
        .defaultVariant()
        .flatMap(variant -> Optional.ofNullable(variants.get(variant)))
        .filter(type::accepts);
  }
}
