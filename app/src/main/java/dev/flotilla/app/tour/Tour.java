package dev.flotilla.app.tour;

import dev.flotilla.app.cli.print.ConflictText;
import dev.flotilla.app.cli.print.Output;
import dev.flotilla.model.Choice;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Role;
import dev.flotilla.model.Value;
import dev.flotilla.net.node.EditOutcome;
import dev.flotilla.net.node.HomeException;
import dev.flotilla.net.node.JoinOutcome;
import dev.flotilla.net.node.Replica;
import dev.flotilla.net.pairing.Invitation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Three machines in one process: a workspace is made and joined, flags are imported and edited,
/// two machines are cut off and edit the same flag, they meet again, the conflict is shown and
/// settled.
///
/// Everything is real except the distance: own homes with own databases and keys, mDNS on loopback,
/// TLS between them.
public final class Tour {
  private static final String FLAG = "banner-colour";
  private static final String FIELD = FieldNames.defaultVariant("production");

  private final Path folder;
  private final Output output;
  private final Story story;

  /// A tour that writes its pictures into `folder`.
  public Tour(Path folder, Output output) {
    this.folder = folder;
    this.output = output;
    this.story = new Story(output);
  }

  /// Tells the story and returns the exit code.
  public int tell() {
    output.line("The tour of Flotilla: three machines, one set of flags, no server.");
    try {
      Files.createDirectories(folder);
      Path homes = Files.createTempDirectory("flotilla-tour-");
      try (var pictures = TourPictures.start(folder, output);
          var anna = new Machine("anna", homes.resolve("anna"));
          var ben = new Machine("ben", homes.resolve("ben"));
          var cleo = new Machine("cleo", homes.resolve("cleo"))) {
        new Chapters(anna, ben, cleo, pictures).tell();
      } finally {
        delete(homes);
      }
      return 0;
    } catch (TourEnded | HomeException | IOException e) {
      output.note("The tour ends here: " + e.getMessage());
      return 1;
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /// The story, once the machines are there.
  private final class Chapters {
    private final Machine anna;
    private final Machine ben;
    private final Machine cleo;
    private final List<Machine> all;
    private final TourPictures pictures;

    Chapters(Machine anna, Machine ben, Machine cleo, TourPictures pictures) {
      this.anna = anna;
      this.ben = ben;
      this.cleo = cleo;
      this.all = List.of(anna, ben, cleo);
      this.pictures = pictures;
    }

    void tell() throws IOException, HomeException {
      found();
      importFlags();
      edit();
      part();
      meet();
      settle();
    }

    private void found() throws IOException {
      story.chapter("1. Anna creates a workspace; Ben and Cleo join with invitations.");
      Replica first = anna.node().createWorkspace("Harbour", List.of("development", "production"));
      story.line("anna creates the workspace Harbour (" + first.id() + ")");
      pictures.chooser(anna, "1-chooser.png");
      for (Machine machine : List.of(ben, cleo)) {
        long since = System.nanoTime();
        var invitation = Invitation.parse(first.invite(Role.EDITOR).text());
        if (!(invitation instanceof Invitation.Parsed.Valid(var valid))) {
          throw new TourEnded("The invitation cannot be read.");
        }
        switch (Machine.get(machine.node().join(valid), machine.name() + " cannot join")) {
          case JoinOutcome.Joined _ ->
              story.line(
                  machine.name() + " joins over TLS and has everything, " + Story.took(since));
          case JoinOutcome.Refused(String sentence) -> throw new TourEnded(sentence);
        }
      }
    }

    private void importFlags() throws IOException {
      story.chapter("2. Anna imports flag definitions in flagd's format; the others have them.");
      long since = System.nanoTime();
      int count = SampleFlags.importInto(anna.replica());
      story.line("anna imports " + count + " flags, on disk after " + Story.took(since));
      for (Machine machine : List.of(ben, cleo)) {
        machine.await("the imported flags", now -> now.flags().size() == count);
        story.line(
            machine.name() + " has them, " + Story.took(since) + " after the start of the import");
      }
    }

    private void edit() throws IOException {
      story.chapter("3. Ben turns a flag on; the others see it.");
      long since = System.nanoTime();
      submit(ben, "checkout-redesign", FieldNames.defaultVariant("production"), "on", "Launch day");
      story.line("ben serves checkout-redesign = on in production");
      for (Machine machine : List.of(anna, cleo)) {
        machine.await(
            "ben's edit",
            now ->
                now.flag("checkout-redesign")
                    .flatMap(flag -> flag.setting("production").defaultVariant())
                    .equals(java.util.Optional.of("on")));
        story.line(machine.name() + " sees it " + Story.took(since) + " later");
      }
      pictures.flags(anna, "2-flags.png");
      pictures.editor(anna, FLAG, "3-editor.png");
    }

    private void part() throws HomeException {
      story.chapter("4. Ben and Cleo lose the network and edit the same flag.");
      ben.network(false);
      cleo.network(false);
      story.line("ben and cleo are cut off; both can go on working");
      submit(ben, FLAG, FIELD, "green", "Spring look");
      story.line("ben serves " + FLAG + " = green in production");
      submit(cleo, FLAG, FIELD, "amber", "More contrast");
      story.line("cleo serves " + FLAG + " = amber in production");
      story.line(
          "meanwhile anna reads "
              + served(anna)
              + ", ben "
              + served(ben)
              + ", cleo "
              + served(cleo));
    }

    private void meet() throws IOException, HomeException {
      story.chapter("5. They meet again: nothing is lost, nothing is hidden.");
      long since = System.nanoTime();
      ben.network(true);
      cleo.network(true);
      for (Machine machine : all) {
        machine.await("the conflict", now -> now.conflicts().size() == 1);
        story.line(
            machine.name()
                + " has both edits, "
                + Story.took(since)
                + " after the network is back");
      }
      Conflict conflict = anna.workspace().conflicts().getFirst();
      story.line("everyone reads " + served(anna) + " for now, and everyone sees the conflict:");
      ConflictText.show(conflict, anna.workspace(), output);
      for (var alternative : conflict.alternatives()) {
        story.detail(Past.sentence(anna.replica(), alternative));
      }
      pictures.conflict(anna, "4-conflict.png");
      pictures.peers(anna, "5-peers.png");
    }

    private void settle() {
      story.chapter("6. Anna settles it.");
      long since = System.nanoTime();
      Conflict conflict = anna.workspace().conflicts().getFirst();
      int green = conflict.alternatives().getFirst().value().equals(Value.of("green")) ? 0 : 1;
      submit(anna, new Edit.Resolve(conflict.id(), new Choice.Pick(green)), "Agreed on green");
      for (Machine machine : all) {
        machine.await("the resolution", now -> now.conflicts().isEmpty());
        story.line(
            machine.name()
                + " reads "
                + served(machine)
                + " and has no conflict, "
                + Story.took(since));
      }
      String digests =
          all.stream()
              .map(machine -> machine.replica().status().digest())
              .distinct()
              .collect(Collectors.joining(" and "));
      if (digests.contains(" ")) {
        throw new TourEnded("The digests differ: " + digests + ".");
      }
      story.line("the three states are equal, digest " + digests.substring(0, 16) + "…");
      pictures.tell(story);
    }

    private void submit(Machine machine, String flag, String field, String value, String message) {
      submit(machine, new Edit.SetField(EntityId.flag(flag), field, Value.of(value)), message);
    }

    private void submit(Machine machine, Edit edit, String message) {
      var done = machine.replica().submit(List.of(edit), message);
      switch (Machine.get(done, machine.name() + " cannot edit")) {
        case EditOutcome.Done _ -> {}
        case EditOutcome.Refused(var refusal) -> throw new TourEnded(refusal.message());
      }
    }

    private static String served(Machine machine) {
      return machine
          .workspace()
          .flag(FLAG)
          .flatMap(flag -> flag.setting("production").defaultVariant())
          .orElse("nothing");
    }
  }
}
