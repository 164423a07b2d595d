package dev.flotilla.testkit.workspace;

import static java.util.stream.Collectors.toMap;

import dev.flotilla.crdt.Causal;
import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.DotFun;
import dev.flotilla.crdt.DotMap;
import dev.flotilla.crdt.PersistentMap;
import dev.flotilla.crdt.codec.Canonical;
import dev.flotilla.crdt.codec.CanonicalStores;
import dev.flotilla.crdt.codec.Codec;
import dev.flotilla.crdt.codec.MalformedBytesException;
import dev.flotilla.crdt.sequence.FugueTree;
import dev.flotilla.crdt.sequence.Origin;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.crdt.time.LamportTimestamp;
import dev.flotilla.crdt.tree.MovableTree;
import dev.flotilla.crdt.tree.Move;
import dev.flotilla.crdt.types.Stamped;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Role;
import dev.flotilla.model.RosterCodec;
import dev.flotilla.model.RuleList;
import dev.flotilla.model.Slot;
import dev.flotilla.model.StateCodec;
import dev.flotilla.model.Value;
import dev.flotilla.model.WorkspaceDelta;
import dev.flotilla.model.WorkspaceState;
import dev.flotilla.testkit.Event;
import dev.flotilla.testkit.Replicated;
import dev.flotilla.testkit.Samples;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/// Workspaces as delta states, edited below all checks: a change is one operation, now with all
/// siblings in view, now with some.
public class WorkspaceStates implements Replicated<WorkspaceState, Operation> {

  /// What is read: the live writes of every slot, where every position hangs that there ever was,
  /// every move there ever was, and the members.
  record Reading(
      Map<Slot, Set<Dot>> writes,
      Map<Dot, Origin> positions,
      Set<Move<String>> moves,
      Map<Object, Role> members) {}

  private static final EntityId FLAG = EntityId.flag("a");
  private static final List<Slot> SLOTS =
      List.of(
          new Slot.Presence(FLAG),
          new Slot.Field(FLAG, "owner"),
          new Slot.Element(FLAG, "tags", "x"),
          new Slot.Field(FLAG, FieldNames.position("e", "1-a")),
          new Slot.Field(FLAG, FieldNames.position("e", "2-b")),
          new Slot.Field(EntityId.folder("f"), FieldNames.PARENT),
          new Slot.Field(EntityId.folder("g"), FieldNames.PARENT),
          new Slot.Presence(EntityId.environment("e")));
  private static final List<Value> VALUES =
      List.of(Value.of(true), Value.of("text"), Value.absent(), Value.Number.of(3));

  /// The one list of rules that there is here.
  private static final RuleList LIST = new RuleList(FLAG, "e");

  private static final Codec<PersistentMap<RuleList, FugueTree>> ORDERS =
      Codec.of(
          (to, orders) -> {
            var origins = orders.getOrDefault(LIST, FugueTree.EMPTY).origins();
            var sorted = new TreeMap<Dot, Origin>();
            origins.forEach(sorted::put);
            to.varint(sorted.size());
            sorted.forEach((dot, origin) -> {
              Canonical.DOT.write(to, dot);
              StateCodec.VALUE.write(to, new Value.Position(origin));
            });
          },
          from -> {
            var order = FugueTree.EMPTY;
            Dot previous = null;
            for (int left = from.count(1); left > 0; left--) {
              int start = from.offset();
              var dot = Canonical.DOT.read(from);
              if ((previous != null && dot.compareTo(previous) <= 0)
                  || !(StateCodec.VALUE.read(from) instanceof Value.Position(var origin))) {
                throw new MalformedBytesException("no position", start);
              }
              order = order.with(dot, origin);
              previous = dot;
            }
            return order.origins().isEmpty()
                ? PersistentMap.empty()
                : PersistentMap.of(LIST, order);
          });

  /// Moves in their order.
  private static final Codec<List<Move<String>>> FOLDERS =
      Codec.of(
          (to, moves) -> {
            to.varint(moves.size());
            for (var move : moves) {
              to.replicaId(move.at().replica()).utf8(move.node());
              StateCodec.VALUE.write(to, new Value.Move(move.at().counter(), move.parent()));
            }
          },
          from -> {
            var moves = new ArrayList<Move<String>>();
            for (int left = from.count(1); left > 0; left--) {
              int start = from.offset();
              var replica = from.replicaId();
              var node = from.utf8();
              if (!(StateCodec.VALUE.read(from) instanceof Value.Move(long counter, var parent))) {
                throw new MalformedBytesException("no move", start);
              }
              var move = new Move<>(new LamportTimestamp(counter, replica), node, parent);
              if (!moves.isEmpty() && move.at().compareTo(moves.getLast().at()) <= 0) {
                throw new MalformedBytesException("moves out of order", start);
              }
              moves.add(move);
            }
            return moves;
          });

  private static final Codec<WorkspaceState> CODEC =
      Codec.of(
          (to, state) -> {
            registers().write(to, state.registers());
            ORDERS.write(to, state.orders());
            FOLDERS.write(to, state.folders().moves());
            RosterCodec.ROSTER.write(to, state.roster());
          },
          from ->
              new WorkspaceState(
                  registers().read(from),
                  ORDERS.read(from),
                  MovableTree.of(FOLDERS.read(from)),
                  RosterCodec.ROSTER.read(from)));

  private static Codec<Causal<DotMap<Slot, DotFun<Stamped<Value>>>>> registers() {
    return CanonicalStores.causal(
        CanonicalStores.dotMap(
            StateCodec.SLOT, CanonicalStores.dotFun(CanonicalStores.stamped(StateCodec.VALUE))));
  }

  @Override
  public WorkspaceState bottom() {
    return WorkspaceState.EMPTY;
  }

  @Override
  public Operation anyEdit(WorkspaceState state, RandomGenerator random) {
    if (random.nextInt(6) == 0) {
      var role = Samples.oneOf(random, List.of(Role.values()));
      return new Operation.AdmitMember(Fleet.device(random.nextInt(3)), "member", role);
    }
    var slot = Samples.oneOf(random, SLOTS);
    var store = state.registers().store().get(slot);
    var siblings = store == null ? List.<Dot>of() : store.dots();
    var inView = random.nextInt(3) == 0 ? Samples.some(random, siblings) : siblings;
    var value =
        isPosition(slot)
            ? place(state, random)
            : slot.entity().kind().equals(EntityId.FOLDER)
                ? move(state, random)
                : Samples.oneOf(random, VALUES);
    return new Operation.Write(slot, value, new TreeSet<>(inView));
  }

  private static boolean isPosition(Slot slot) {
    return slot instanceof Slot.Field(_, var name) && name.endsWith("/position");
  }

  private static Value move(WorkspaceState state, RandomGenerator random) {
    var moves = state.folders().moves();
    long next = moves.isEmpty() ? 1 : moves.getLast().at().counter() + 1;
    var parents = List.of(Optional.of("f"), Optional.of("g"), Optional.<String>empty());
    return new Value.Move(next, Samples.oneOf(random, parents));
  }

  private static Value place(WorkspaceState state, RandomGenerator random) {
    var order = state.orders().getOrDefault(LIST, FugueTree.EMPTY);
    var known = order.order();
    var left =
        known.isEmpty() || random.nextInt(4) == 0
            ? Optional.<Dot>empty()
            : Optional.of(Samples.oneOf(random, known));
    return new Value.Position(order.between(left, Optional.empty()));
  }

  @Override
  public Delta<WorkspaceState> edit(
      WorkspaceState state, Dot dot, HybridTimestamp at, Operation edit) {
    return WorkspaceDelta.of(dot.replica(), dot.counter(), at, List.of(edit));
  }

  @Override
  public Object read(WorkspaceState state) {
    var writes = new HashMap<Slot, Set<Dot>>();
    state
        .registers()
        .store()
        .entries()
        .forEach((slot, siblings) -> writes.put(slot, Set.copyOf(siblings.dots())));
    var positions = new HashMap<Dot, Origin>();
    state.orders().getOrDefault(LIST, FugueTree.EMPTY).origins().forEach(positions::put);
    var members = new HashMap<Object, Role>();
    state.roster().members().forEach(member -> members.put(member.device(), member.role()));
    return new Reading(writes, positions, Set.copyOf(state.folders().moves()), members);
  }

  @Override
  public Object model(Collection<Event<Operation>> seen) {
    var writes = new HashMap<Slot, Set<Dot>>();
    var positions = new HashMap<Dot, Origin>();
    var moves = new HashSet<Move<String>>();
    var admissions = new HashMap<Object, Event<Operation>>();
    for (var event : seen) {
      if (event.edit() instanceof Operation.Write(_, Value.Position(var origin), _)) {
        positions.put(event.dot(), origin);
      }
      if (event.edit()
          instanceof Operation.Write(var slot, Value.Move(long counter, var parent), _)) {
        var at = new LamportTimestamp(counter, event.dot().replica());
        moves.add(new Move<>(at, slot.entity().key(), parent));
      }
      if (event.edit() instanceof Operation.Write(var slot, _, _)
          && seen.stream().noneMatch(later -> supersedes(later, event.dot()))) {
        writes.merge(slot, Set.of(event.dot()), WorkspaceStates::union);
      }
      if (event.edit() instanceof Operation.AdmitMember(var device, _, _)) {
        admissions.merge(device, event, WorkspaceStates::later);
      }
    }
    return new Reading(
        writes,
        positions,
        moves,
        admissions.entrySet().stream()
            .collect(
                toMap(
                    Map.Entry::getKey,
                    entry -> ((Operation.AdmitMember) entry.getValue().edit()).role())));
  }

  @Override
  public Codec<WorkspaceState> codec() {
    return CODEC;
  }

  private static boolean supersedes(Event<Operation> later, Dot dot) {
    return later.edit() instanceof Operation.Write(_, _, var supersedes)
        && supersedes.contains(dot);
  }

  private static Set<Dot> union(Set<Dot> one, Set<Dot> other) {
    var union = new TreeSet<>(one);
    union.addAll(other);
    return Set.copyOf(union);
  }

  private static Event<Operation> later(Event<Operation> one, Event<Operation> other) {
    Comparator<Event<Operation>> order =
        Comparator.comparing((Event<Operation> event) -> event.at()).thenComparing(Event::dot);
    return order.compare(one, other) >= 0 ? one : other;
  }
}
