package dev.flotilla.app.desktop.palette;

import dev.flotilla.app.desktop.command.Command;
import dev.flotilla.app.desktop.command.Commands;
import dev.flotilla.app.desktop.filter.SavedViews;
import dev.flotilla.app.desktop.page.Desk;
import dev.flotilla.app.desktop.settings.DesktopSettings;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.model.Flag;
import dev.flotilla.model.TagSet;
import dev.flotilla.model.Workspace;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.kordamp.ikonli.feather.Feather;

/// Finds what was typed among flags, commands, views, tags and tag sets. With `>` before it among
/// the commands only, with `#` among the tags.
///
/// Made anew each time that the palette opens. Thread: FX. Cost of a keystroke: linear in the
/// flags, with a few hundred nanoseconds each.
public final class PaletteModel {
  private static final int MOST_OF_A_KIND = 6;
  private static final int MOST_OF_ONE_KIND = 14;
  private static final int RECENT = 5;
  private static final String RECENT_COMMANDS = "palette.recent";

  /// The command that opens the palette.
  private static final String ITSELF = "palette";

  private static final char ACTIONS = '>';
  private static final char TAGS = '#';

  private final List<Command> commands;
  private final Workspace workspace;
  private final SavedViews views;
  private final Destinations destinations;
  private final DesktopSettings settings;
  private final Texts texts;
  private final Map<String, Integer> tags = new TreeMap<>();

  /// @param views what the user kept
  public PaletteModel(
      Commands commands,
      Workspace workspace,
      SavedViews views,
      Destinations destinations,
      Desk desk) {
    this.commands =
        commands.all().stream()
            .filter(command -> command.enabled().getAsBoolean() && !command.id().equals(ITSELF))
            .toList();
    this.workspace = workspace;
    this.views = views;
    this.destinations = destinations;
    this.settings = desk.settings();
    this.texts = desk.texts();
    workspace.flags().forEach(flag -> flag.tags().forEach(tag -> tags.merge(tag, 1, Integer::sum)));
  }

  /// What fits `typed`, best first under each heading.
  List<Found> find(String typed) {
    String text = typed.strip();
    if (text.isEmpty()) {
      return concat(recent(), actions(new Fuzzy(""), MOST_OF_ONE_KIND));
    }
    if (text.charAt(0) == ACTIONS) {
      return actions(new Fuzzy(text.substring(1)), MOST_OF_ONE_KIND * 2);
    }
    if (text.charAt(0) == TAGS) {
      return tags(new Fuzzy(text.substring(1)), MOST_OF_ONE_KIND);
    }
    Fuzzy fuzzy = new Fuzzy(text);
    List<List<Found>> kinds =
        new ArrayList<>(
            List.of(
                flags(fuzzy),
                actions(fuzzy, MOST_OF_A_KIND),
                views(fuzzy),
                tags(fuzzy, MOST_OF_A_KIND),
                tagSets(fuzzy)));
    kinds.removeIf(List::isEmpty);
    // The heading with the best line comes first.
    kinds.sort(Comparator.comparingInt((List<Found> kind) -> kind.getFirst().score()).reversed());
    return kinds.stream().flatMap(List::stream).toList();
  }

  /// Does it, and remembers a command as used.
  void run(Found found) {
    if (found.kind() == Found.Kind.ACTION || found.kind() == Found.Kind.RECENT) {
      List<String> used = new ArrayList<>(used());
      used.remove(found.id());
      used.addFirst(found.id());
      settings.set(RECENT_COMMANDS, String.join(" ", used.stream().limit(RECENT).toList()));
    }
    found.run().run();
  }

  private List<String> used() {
    return List.of(settings.get(RECENT_COMMANDS, "").strip().split(" "));
  }

  private List<Found> recent() {
    List<Found> found = new ArrayList<>();
    for (String id : used()) {
      commands.stream()
          .filter(command -> command.id().equals(id))
          .findFirst()
          .ifPresent(command ->
              found.add(action(Found.Kind.RECENT, command, new Fuzzy.Match(0, new BitSet()))));
    }
    return found;
  }

  private List<Found> actions(Fuzzy fuzzy, int most) {
    Best best = new Best(most);
    List<String> shown = fuzzy.asksNothing() ? used() : List.of();
    for (Command command : commands) {
      if (!shown.contains(command.id())) {
        fuzzy
            .in(command.name())
            .ifPresent(match -> best.offer(action(Found.Kind.ACTION, command, match)));
      }
    }
    return fuzzy.asksNothing() ? best.asOffered() : best.sorted();
  }

  private static Found action(Found.Kind kind, Command command, Fuzzy.Match match) {
    return new Found(
        command.id(),
        kind,
        command.icon(),
        command.name(),
        match.letters(),
        "",
        Optional.of(command),
        match.score(),
        command.run());
  }

  private List<Found> flags(Fuzzy fuzzy) {
    Best best = new Best(MOST_OF_A_KIND);
    for (Flag flag : workspace.flags()) {
      Optional<Fuzzy.Match> match = fuzzy.in(flag.key());
      if (match.isPresent() && best.isWorth(match.get().score())) {
        best.offer(
            new Found(
                flag.key(),
                Found.Kind.FLAG,
                Feather.FLAG,
                flag.key(),
                match.get().letters(),
                flag.description().lines().findFirst().orElse(""),
                Optional.empty(),
                match.get().score(),
                () -> destinations.flag(flag.key())));
      }
    }
    return best.sorted();
  }

  private List<Found> views(Fuzzy fuzzy) {
    Best best = new Best(MOST_OF_A_KIND);
    for (SavedViews.View view : views.views()) {
      fuzzy
          .in(view.name())
          .ifPresent(match ->
              best.offer(
                  new Found(
                      "view " + view.name(),
                      Found.Kind.VIEW,
                      Feather.BOOKMARK,
                      view.name(),
                      match.letters(),
                      view.query(),
                      Optional.empty(),
                      match.score(),
                      () -> destinations.query(view.query()))));
    }
    return best.sorted();
  }

  private List<Found> tags(Fuzzy fuzzy, int most) {
    Best best = new Best(most);
    tags.forEach((tag, flags) ->
        fuzzy
            .in(tag)
            .ifPresent(match ->
                best.offer(
                    new Found(
                        "tag " + tag,
                        Found.Kind.TAG,
                        Feather.TAG,
                        tag,
                        match.letters(),
                        texts.of("filter.flags", flags),
                        Optional.empty(),
                        match.score(),
                        () -> destinations.query("tag:" + quoted(tag))))));
    return best.sorted();
  }

  private List<Found> tagSets(Fuzzy fuzzy) {
    Best best = new Best(MOST_OF_A_KIND);
    for (TagSet set : workspace.tagSets()) {
      fuzzy
          .in(set.key())
          .ifPresent(match ->
              best.offer(
                  new Found(
                      "tag set " + set.key(),
                      Found.Kind.TAG_SET,
                      Feather.LAYERS,
                      set.key(),
                      match.letters(),
                      set.description(),
                      Optional.empty(),
                      match.score(),
                      () -> destinations.tagSet(set.key()))));
    }
    return best.sorted();
  }

  private static String quoted(String tag) {
    return tag.chars().anyMatch(c -> Character.isWhitespace(c) || c == ',')
        ? "\"" + tag + "\" "
        : tag + " ";
  }

  private static List<Found> concat(List<Found> first, List<Found> second) {
    List<Found> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  /// Keeps the best of many.
  private static final class Best {
    private final int most;
    private final List<Found> offered = new ArrayList<>();
    private final PriorityQueue<Found> best =
        new PriorityQueue<>(Comparator.comparingInt(Found::score));

    Best(int most) {
      this.most = most;
    }

    boolean isWorth(int score) {
      return best.size() < most || best.element().score() < score;
    }

    void offer(Found found) {
      if (!isWorth(found.score())) {
        return;
      }
      offered.add(found);
      best.add(found);
      if (best.size() > most) {
        offered.remove(best.remove());
      }
    }

    List<Found> asOffered() {
      return List.copyOf(offered);
    }

    List<Found> sorted() {
      return best.stream()
          .sorted(Comparator.comparingInt(Found::score).reversed().thenComparing(Found::name))
          .toList();
    }
  }
}
