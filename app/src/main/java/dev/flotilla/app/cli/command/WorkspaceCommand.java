package dev.flotilla.app.cli.command;

import dev.flotilla.app.cli.print.FlagJson;
import dev.flotilla.app.cli.print.TextTable;
import dev.flotilla.model.Role;
import dev.flotilla.net.node.JoinOutcome;
import dev.flotilla.net.node.Replica;
import dev.flotilla.net.pairing.Invitation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `workspace`: what a team shares.
@Command(name = "workspace", description = "Create, join and list workspaces; invite others.")
final class WorkspaceCommand {
  private final CommandContext context;

  WorkspaceCommand(CommandContext context) {
    this.context = context;
  }

  @Command(description = "Create a workspace.")
  int create(
      @Parameters(paramLabel = "NAME", description = "What people call it.") String name,
      @Option(
              names = "--env",
              paramLabel = "E",
              split = ",",
              description = "Its environments in their order; production by default.")
          @Nullable List<String> environments) {
    if (name.isBlank() || !TextTable.printable(name).equals(name)) {
      throw new CommandRefused("A workspace needs a name of visible characters.");
    }
    var node = context.node();
    try {
      Replica created =
          environments == null
              ? node.createWorkspace(name)
              : node.createWorkspace(name, List.copyOf(environments));
      return tell(created, "Created");
    } catch (IllegalArgumentException e) {
      throw new CommandRefused(String.valueOf(e.getMessage()));
    }
  }

  @Command(
      description = {
        "Join the workspace that an invitation names.",
        "Ends when everything that the inviting machine has is here."
      })
  int join(
      @Parameters(paramLabel = "INVITATION", description = "The text that `invite` printed.")
          String text) {
    Invitation invitation =
        switch (Invitation.parse(text)) {
          case Invitation.Parsed.Valid(var valid) -> valid;
          case Invitation.Parsed.Invalid(String sentence) -> throw new CommandRefused(sentence);
        };
    var node = context.door().online(context.options());
    return switch (node.join(invitation).join()) {
      case JoinOutcome.Joined(var replica) -> tell(replica, "Joined");
      case JoinOutcome.Refused(String sentence) -> throw new CommandRefused(sentence);
    };
  }

  @Command(description = "Print an invitation that one other machine can join with.")
  int invite(
      @Option(
              names = "--role",
              paramLabel = "editor|admin|viewer",
              defaultValue = "editor",
              converter = RoleConverter.class,
              description = "What the other may do; editor by default.")
          Role role) {
    String text = context.replica().invite(role).text();
    if (context.json()) {
      context.output().json(JsonNodeFactory.instance.objectNode().put("invitation", text));
    } else {
      context.output().line(text);
    }
    if (!context.door().shared()) {
      context
          .output()
          .note("For the other machine to join, `flotilla node` or the desktop must run here.");
    }
    return ExitCode.DONE;
  }

  @Command(description = "List the workspaces of this home.")
  int list() {
    List<Replica> replicas = context.node().replicas();
    if (context.json()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      replicas.forEach(replica -> array.add(json(replica)));
      context.output().json(array);
      return ExitCode.DONE;
    }
    var table = new TextTable("NAME", "ID", "FLAGS", "MEMBERS");
    for (Replica replica : replicas) {
      table.row(
          replica.workspace().name(),
          replica.id().toString(),
          Integer.toString(replica.workspace().flags().size()),
          Integer.toString(replica.workspace().members().size()));
    }
    context.output().table(table);
    return ExitCode.DONE;
  }

  private int tell(Replica replica, String what) {
    if (context.json()) {
      context.output().json(json(replica));
    } else {
      context
          .output()
          .line(
              "%s the workspace %s (%s)."
                  .formatted(what, replica.workspace().name(), replica.id()));
    }
    return ExitCode.DONE;
  }

  private static ObjectNode json(Replica replica) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("workspace", replica.id().toString());
    node.put("name", replica.workspace().name());
    node.put("replica", replica.replicaId().toString());
    node.put("flags", replica.workspace().flags().size());
    ArrayNode members = node.putArray("members");
    replica
        .workspace()
        .members()
        .forEach(member ->
            members
                .addObject()
                .put("device", member.device().deviceId().toString())
                .put("name", member.name())
                .put("role", FlagJson.word(member.role())));
    return node;
  }

  /// The roles that can be given away.
  static final class RoleConverter implements ITypeConverter<Role> {
    private static final List<Role> GIVEN = List.of(Role.EDITOR, Role.ADMIN, Role.VIEWER);

    @Override
    public Role convert(String text) {
      for (Role role : GIVEN) {
        if (FlagJson.word(role).equals(text)) {
          return role;
        }
      }
      throw new TypeConversionException("'" + text + "' is none of editor, admin, viewer");
    }
  }
}
