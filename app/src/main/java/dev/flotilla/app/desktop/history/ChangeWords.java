package dev.flotilla.app.desktop.history;

import dev.flotilla.app.desktop.history.Difference.Group;
import dev.flotilla.app.desktop.history.Difference.Kind;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.crdt.Dot;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.FieldPath;
import dev.flotilla.model.Folder;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Operation.Write;
import dev.flotilla.model.Role;
import dev.flotilla.model.Slot;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.node.LogEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// Says what changes did. That an edit also confirms the presence of what it edits goes without
/// saying, and so does that a field which was empty is cleared.
public final class ChangeWords {
  private final Texts texts;
  private final RuleNames fields;
  private final UnaryOperator<String> folders;

  /// @param now what folders and rules are called by
  public ChangeWords(Texts texts, Supplier<Workspace> now) {
    this.texts = texts;
    this.fields = new RuleNames(now, texts);
    this.folders = key -> now.get().folder(key).map(Folder::path).orElse(key);
  }

  /// The writes that changes replaced, as far as they say what was there before.
  public static Set<Dot> replaced(Collection<LogEntry> entries) {
    Set<Dot> dots = new TreeSet<>();
    for (LogEntry entry : entries) {
      for (Operation operation : entry.operations()) {
        if (operation instanceof Write write) {
          dots.addAll(write.supersedes());
        }
      }
    }
    return dots;
  }

  /// Those of one entity.
  static Set<Dot> replaced(Collection<LogEntry> entries, EntityId entity) {
    Set<Dot> dots = new TreeSet<>();
    for (LogEntry entry : entries) {
      for (Operation operation : entry.operations()) {
        if (operation instanceof Write write && write.slot().entity().equals(entity)) {
          dots.addAll(write.supersedes());
        }
      }
    }
    return dots;
  }

  /// What a change is called: its message, or what it did.
  public String headline(LogEntry entry) {
    return entry.message().isBlank() ? summary(entry) : entry.message().strip();
  }

  private String summary(LogEntry entry) {
    for (Operation operation : entry.operations()) {
      Optional<String> special = special(operation);
      if (special.isPresent()) {
        return special.get();
      }
    }
    Set<EntityId> about = about(entry);
    Set<EntityId> created = new LinkedHashSet<>();
    Set<EntityId> deleted = new LinkedHashSet<>();
    for (Operation operation : entry.operations()) {
      if (operation instanceof Write(Slot.Presence slot, var value, var supersedes)) {
        if (!value.isPresent()) {
          deleted.add(slot.entity());
        } else if (supersedes.isEmpty()) {
          created.add(slot.entity());
        }
      }
    }
    if (!created.isEmpty()) {
      return counted("history.created", created);
    }
    if (!deleted.isEmpty()) {
      return counted("history.deleted", deleted);
    }
    return about.isEmpty() ? texts.of("history.nothing") : counted("history.changed", about);
  }

  private String counted(String key, Set<EntityId> about) {
    return texts.of(key, name(about.iterator().next()), (long) about.size() - 1);
  }

  /// The key, or the name of a folder.
  public String name(EntityId entity) {
    return switch (entity.kind()) {
      case EntityId.FOLDER -> folders.apply(entity.key());
      case EntityId.WORKSPACE -> texts.of("history.workspace");
      default -> entity.key();
    };
  }

  /// What a field or a set is called; of an empty one, that it is about being there at all.
  public String place(EntityId entity, String place) {
    return switch (place) {
      case "" -> texts.of("causality.place.presence");
      case FieldNames.TAGS -> texts.of("history.tag");
      case FieldNames.LINKS -> texts.of("history.link");
      case FieldNames.MEMBERS -> texts.of("history.member");
      case FieldNames.REQUIRES -> texts.of("causality.place.requires");
      default -> fields.field(entity, place);
    };
  }

  /// What a change is about, in its order.
  public static Set<EntityId> about(LogEntry entry) {
    Set<EntityId> about = new LinkedHashSet<>();
    for (Operation operation : entry.operations()) {
      if (operation instanceof Write write) {
        about.add(write.slot().entity());
      }
    }
    return about;
  }

  /// What a change did.
  ///
  /// @param written what the operations wrote that it replaced
  public List<Group> differences(LogEntry entry, Map<Dot, Value> written) {
    List<Difference> others = new ArrayList<>();
    Map<EntityId, List<Difference>> byEntity = new LinkedHashMap<>();
    for (Operation operation : entry.operations()) {
      if (operation instanceof Write write) {
        List<Difference> own =
            byEntity.computeIfAbsent(write.slot().entity(), _ -> new ArrayList<>());
        difference(write, replacedBy(write, written)).ifPresent(own::add);
      } else {
        special(operation)
            .ifPresent(sentence ->
                others.add(
                    new Difference(
                        Optional.empty(), Kind.CREATED, sentence, "", "", Value.absent())));
      }
    }
    List<Group> groups = new ArrayList<>();
    if (!others.isEmpty()) {
      groups.add(new Group(Optional.empty(), others));
    }
    byEntity.forEach((entity, own) -> {
      if (!own.isEmpty()) {
        groups.add(new Group(Optional.of(entity), own));
      }
    });
    return groups;
  }

  private static List<Value> replacedBy(Write write, Map<Dot, Value> written) {
    List<Value> values = new ArrayList<>();
    for (Dot dot : write.supersedes().reversed()) {
      Value value = written.get(dot);
      if (value != null && !values.contains(value)) {
        values.add(value);
      }
    }
    return values;
  }

  private Optional<String> special(Operation operation) {
    return switch (operation) {
      case Operation.OpenReplica open -> Optional.of(texts.of("history.opened", open.deviceName()));
      case Operation.FoundWorkspace found -> Optional.of(texts.of("history.founded", found.name()));
      case Operation.AdmitMember admit ->
          Optional.of(texts.of("history.admitted", admit.name(), role(admit.role())));
      case Operation.Unknown _ -> Optional.of(texts.of("history.unknown"));
      case Write _ -> Optional.empty();
    };
  }

  private String role(Role role) {
    return switch (role) {
      case OWNER -> texts.of("history.role.owner");
      case ADMIN -> texts.of("history.role.admin");
      case EDITOR -> texts.of("history.role.editor");
      case VIEWER -> texts.of("history.role.viewer");
    };
  }

  private Optional<Difference> difference(Write write, List<Value> before) {
    Value old = before.isEmpty() ? Value.absent() : before.getFirst();
    boolean wasThere = before.stream().anyMatch(Value::isPresent);
    return switch (write.slot()) {
      case Slot.Presence _ -> presence(write, wasThere);
      case Slot.Element element -> element(write, element, old, wasThere);
      case Slot.Field(_, var name) -> field(write, name, before, old);
    };
  }

  private Optional<Difference> presence(Write write, boolean wasThere) {
    if (!write.value().isPresent()) {
      return Optional.of(said(Kind.DELETED, texts.of("history.was.deleted")));
    }
    return wasThere
        ? Optional.empty()
        : Optional.of(said(Kind.CREATED, texts.of("history.was.created")));
  }

  private static Difference said(Kind kind, String sentence) {
    return new Difference(Optional.empty(), kind, sentence, "", "", Value.absent());
  }

  private Optional<Difference> element(
      Write write, Slot.Element slot, Value old, boolean wasThere) {
    boolean isThere = write.value().isPresent();
    Optional<String> environment = FieldNames.environmentOfRules(slot.set());
    if (environment.isPresent()) {
      if (isThere && wasThere) {
        return Optional.empty();
      }
      String key = isThere ? "history.rule.added" : "history.rule.removed";
      return Optional.of(
          said(
              isThere ? Kind.ADDED : Kind.REMOVED,
              texts.of(
                  key,
                  fields.place(slot.entity(), environment.get(), slot.element()),
                  environment.get())));
    }
    if (slot.set().equals(FieldNames.REQUIRES)) {
      String what = texts.of("history.requires", slot.element());
      String before = old.isPresent() ? fields.value(slot.set(), old) : "";
      String after = isThere ? fields.value(slot.set(), write.value()) : "";
      return Optional.of(new Difference(Optional.of(slot), Kind.CHANGED, what, before, after, old));
    }
    String what =
        switch (slot.set()) {
          case FieldNames.TAGS -> texts.of("history.tag");
          case FieldNames.LINKS -> texts.of("history.link");
          case FieldNames.MEMBERS -> texts.of("history.member");
          default -> slot.set();
        };
    return Optional.of(
        isThere
            ? new Difference(
                Optional.of(slot), Kind.ADDED, what, "", slot.element(), Value.absent())
            : new Difference(
                Optional.of(slot), Kind.REMOVED, what, slot.element(), "", Value.of(true)));
  }

  private Optional<Difference> field(Write write, String name, List<Value> before, Value old) {
    if (write.value() instanceof Value.Move(_, var parent)) {
      return before.isEmpty() && parent.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Difference(
                  Optional.empty(),
                  Kind.MOVED,
                  texts.of("field.folder"),
                  old instanceof Value.Move move ? place(move.parent()) : "",
                  place(parent),
                  old));
    }
    FieldPath path = FieldPath.parse(name);
    if (path instanceof FieldPath.Position(var environment, var rule)) {
      return before.isEmpty()
          ? Optional.empty()
          : Optional.of(
              said(
                  Kind.MOVED,
                  texts.of(
                      "history.rule.moved",
                      fields.place(write.slot().entity(), environment, rule),
                      environment)));
    }
    if (path instanceof FieldPath.Counted) {
      return Optional.of(said(Kind.CHANGED, counted(old, write.value())));
    }
    if (!write.value().isPresent() && before.stream().noneMatch(Value::isPresent)) {
      return Optional.empty();
    }
    List<String> replaced =
        before.stream().filter(Value::isPresent).map(value -> value(name, value)).toList();
    Optional<Slot> slot =
        write.slot() instanceof Slot.Field field ? Optional.of(field) : Optional.empty();
    return Optional.of(
        new Difference(
            slot,
            Kind.CHANGED,
            fields.field(write.slot().entity(), name),
            String.join(texts.of("history.or"), replaced),
            write.value().isPresent() ? value(name, write.value()) : "",
            old));
  }

  private String value(String field, Value value) {
    return field.equals(FieldNames.FOLDER) && value instanceof Value.Text(var key)
        ? folders.apply(key)
        : fields.value(field, value);
  }

  private String place(Optional<String> folder) {
    return folder.map(folders).orElse(texts.of("history.topLevel"));
  }

  private String counted(Value before, Value after) {
    long old = before instanceof Value.Number number ? number.value().longValue() : 0;
    long now = after instanceof Value.Number number ? number.value().longValue() : 0;
    return texts.of(now < old ? "history.countedDown" : "history.countedUp", Math.abs(now - old));
  }
}
