package dev.flotilla.app.cli.command;

import dev.flotilla.app.cli.control.Invocation;
import dev.flotilla.app.cli.print.FlagJson;
import dev.flotilla.app.cli.print.Output;
import dev.flotilla.app.exchange.ExportShelf;
import dev.flotilla.model.Edit;
import dev.flotilla.model.Environment;
import dev.flotilla.model.Flag;
import dev.flotilla.model.Folder;
import dev.flotilla.model.Refusal;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.change.ChangeLimits;
import dev.flotilla.net.node.EditOutcome;
import dev.flotilla.net.node.Node;
import dev.flotilla.net.node.Replica;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/// What a command works with: the call it answers, the options that all commands share, and the
/// home. One for each call.
final class CommandContext {
  private final Invocation invocation;
  private final HomeDoor door;
  private final CommonOptions options;
  private final Output output;

  CommandContext(Invocation invocation, HomeDoor door, CommonOptions options) {
    this.invocation = invocation;
    this.door = door;
    this.options = options;
    this.output = new Output(invocation);
  }

  Invocation invocation() {
    return invocation;
  }

  CommonOptions options() {
    return options;
  }

  Output output() {
    return output;
  }

  HomeDoor door() {
    return door;
  }

  boolean json() {
    return options.json();
  }

  Node node() {
    return door.local(options);
  }

  /// The workspace that `--workspace` names, or the only one.
  Replica replica() {
    List<Replica> all = door.exists() ? node().replicas() : List.of();
    String wanted = options.workspace();
    if (all.isEmpty()) {
      throw new CommandRefused(
          "This home has no workspace; create one with `flotilla workspace create NAME` or join"
              + " one with `flotilla workspace join INVITATION`.");
    }
    if (wanted != null) {
      List<Replica> named = all.stream().filter(r -> answersTo(r, wanted)).toList();
      return switch (named.size()) {
        case 0 ->
            throw new CommandRefused(
                "This home has no workspace " + wanted + "; it has " + names(all) + ".");
        case 1 -> named.getFirst();
        default ->
            throw new CommandRefused(
                "Several workspaces are named "
                    + wanted
                    + "; name one by its id, which"
                    + " `flotilla workspace list` shows.");
      };
    }
    if (all.size() > 1) {
      throw new CommandRefused(
          "This home has several workspaces; say which one with --workspace: " + names(all) + ".");
    }
    return all.getFirst();
  }

  /// What was exported from this workspace on this machine.
  ExportShelf exports(Replica replica) {
    return ExportShelf.of(node().home(), replica.id());
  }

  private static boolean answersTo(Replica replica, String wanted) {
    return replica.workspace().name().equals(wanted) || replica.id().toString().equals(wanted);
  }

  private static String names(List<Replica> replicas) {
    return String.join(", ", replicas.stream().map(r -> r.workspace().name()).toList());
  }

  /// A path as the caller meant it.
  Path file(String name) {
    try {
      return invocation.directory().resolve(name);
    } catch (InvalidPathException e) {
      throw new CommandRefused(name + " is no file name here: " + e.getReason() + ".");
    }
  }

  /// The flag with this key, or a refusal.
  Flag flag(Replica replica, String key) {
    return replica
        .workspace()
        .flag(key)
        .orElseThrow(() ->
            new CommandRefused(
                "There is no flag " + key + "; `flotilla flag list` shows the flags."));
  }

  /// These environments, or all of the workspace if none is named.
  List<String> environments(Replica replica, List<String> named) {
    List<String> all = replica.workspace().environments().stream().map(Environment::name).toList();
    for (String name : named) {
      if (!all.contains(name)) {
        throw new CommandRefused(
            "There is no environment " + name + "; there is " + String.join(", ", all) + ".");
      }
    }
    return named.isEmpty() ? all : named;
  }

  /// The environment that is named, or the only one.
  String environment(Replica replica, @Nullable String named) {
    if (named != null) {
      return environments(replica, List.of(named)).getFirst();
    }
    List<String> all = environments(replica, List.of());
    if (all.size() == 1) {
      return all.getFirst();
    }
    throw new CommandRefused(
        all.isEmpty()
            ? "The workspace has no environment; create one with `flotilla env create NAME`."
            : "There are several environments; say which one with --env: "
                + String.join(", ", all)
                + ".");
  }

  /// The folder with this key, or a refusal.
  Folder folder(Replica replica, String key) {
    return replica
        .workspace()
        .folder(key)
        .orElseThrow(() ->
            new CommandRefused(
                "There is no folder " + key + "; `flotilla folder list` shows the folders."));
  }

  /// The text itself, or, if it is `@FILE`, what that file holds.
  String textOrFile(String text) {
    if (!text.startsWith("@")) {
      return text;
    }
    try {
      return Files.readString(file(text.substring(1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Makes the edits one change and waits until it is on disk.
  void submit(Replica replica, List<Edit> edits, String message) {
    if (message.getBytes(StandardCharsets.UTF_8).length > ChangeLimits.MESSAGE_BYTES) {
      throw new CommandRefused(
          "The message is longer than " + ChangeLimits.MESSAGE_BYTES + " bytes; make it shorter.");
    }
    switch (replica.submit(edits, message).join()) {
      case EditOutcome.Done _ -> {}
      case EditOutcome.Refused(Refusal refusal) -> throw new CommandRefused(refusal.message());
    }
  }

  /// Says that a flag was changed; with JSON, how it is now.
  int flagChanged(Replica replica, String key, String what) {
    if (json()) {
      Workspace workspace = replica.workspace();
      output.json(FlagJson.of(flag(replica, key), workspace));
    } else {
      output.line(what + " the flag " + key + ".");
    }
    return ExitCode.DONE;
  }

  /// Says that something was done; with JSON, as `{what: name}`.
  int done(String what, String name, String sentence) {
    if (json()) {
      output.json(JsonNodeFactory.instance.objectNode().put(what, name));
    } else {
      output.line(sentence);
    }
    return ExitCode.DONE;
  }
}
