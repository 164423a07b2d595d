package dev.flotilla.net.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Refusal.Reason;
import dev.flotilla.model.Value;
import dev.flotilla.net.change.NewerChanges;
import dev.flotilla.net.store.StoreException;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same home under this program and under one that knows an operation more: this program's own
/// sources, with that operation added.
class NewerProgramTest {
  private static final EntityId CHECKOUT = EntityId.flag("checkout");
  private static final Path MODEL = Path.of("../crdt-model/src/main/java/dev/flotilla/model");
  private static final Path STORE = Path.of("src/main/java/dev/flotilla/net/store");

  @TempDir private Path folder;

  @Test
  void whatWasNotUnderstoodIsAppliedAfterAnUpdate() throws Exception {
    var home = folder.resolve("home");
    try (var node = Node.open(NodeOptions.of(home).withNetwork(false))) {
      var replica = node.createWorkspace("Atlas");
      Team.edit(replica, Edit.CreateFlag.bool("checkout"), Edit.CreateFlag.bool("search"));
      append(replica, NewerChanges.critical(CHECKOUT, "written by a newer program"));
    }

    try (var node = Node.open(NodeOptions.of(home).withNetwork(false))) {
      var replica = node.replicas().getFirst();
      assertThat(replica.workspace().frozen()).containsExactly(CHECKOUT);
      assertThat(replica.alarms())
          .containsExactly(
              "Edited with a newer version of Flotilla in a way that this version does not"
                  + " understand: flag \"checkout\". Nothing is lost; update Flotilla to edit it.");
      assertThat(describe(replica, "checkout"))
          .isInstanceOfSatisfying(
              EditOutcome.Refused.class,
              refused -> assertThat(refused.refusal().reason()).isEqualTo(Reason.NEEDS_UPDATE));
      assertThat(describe(replica, "search")).isInstanceOf(EditOutcome.Done.class);
      assertThat(replica.log(LogQuery.newest(9).about(CHECKOUT))).hasSize(2);
    }

    assertThat(openedByANewerProgram(home))
        .containsExactly("description: written by a newer program", "frozen: []", "edit: true");
  }

  private static EditOutcome describe(Replica replica, String flag) throws Exception {
    var edit =
        new Edit.SetField(EntityId.flag(flag), FieldNames.DESCRIPTION, Value.of("by this program"));
    return replica.submit(List.of(edit), "").get(Team.SECONDS, TimeUnit.SECONDS);
  }

  private static void append(Replica replica, Operation operation) throws Exception {
    var done = new CompletableFuture<EditOutcome>();
    replica
        .parts()
        .writer()
        .submit(
            new Work() {
              @Override
              public Runnable run(Transaction transaction) throws StoreException {
                var outcome =
                    replica.parts().authoring().append(transaction, List.of(operation), "");
                return () -> done.complete(outcome);
              }

              @Override
              public void failed(String sentence) {
                done.completeExceptionally(new IllegalStateException(sentence));
              }
            });
    assertThat(done.get(Team.SECONDS, TimeUnit.SECONDS)).isInstanceOf(EditOutcome.Done.class);
  }

  private List<String> openedByANewerProgram(Path home) throws Exception {
    var classes = Files.createDirectories(folder.resolve("newer"));
    compile(classes, sources());
    var child =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classes + File.pathSeparator + System.getProperty("java.class.path"),
                ReadingChild.class.getName(),
                home.toString())
            .redirectError(Redirect.INHERIT)
            .start();
    var printed =
        new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    assertThat(child.waitFor(Team.SECONDS, TimeUnit.SECONDS)).isTrue();
    return printed;
  }

  /// The constant of the level is in the store's classes as well.
  private List<String> sources() throws IOException {
    var changed = Files.createDirectories(folder.resolve("sources"));
    return List.of(
        changed(
            changed, MODEL.resolve("Workspace.java"), "INTERPRETATION = 3", "INTERPRETATION = 4"),
        changed(
            changed,
            MODEL.resolve("OperationReader.java"),
            "this.lastKnownType = lastKnownType;",
            "this.lastKnownType = 5;",
            "if (flags != 0)",
            "if (flags != 0 && type != 5)",
            "default -> throw",
            """
            case 5 ->
                new Operation.Write(
                    new Slot.Field(StateCodec.ENTITY.read(body), FieldNames.DESCRIPTION),
                    Value.of(body.utf8(100)),
                    new TreeSet<>());
            default -> throw\
            """),
        STORE.resolve("StateCache.java").toString());
  }

  private static String changed(Path to, Path source, String... replacements) throws IOException {
    var text = Files.readString(source);
    for (var i = 0; i < replacements.length; i += 2) {
      assertThat(text).contains(replacements[i]);
      text = text.replace(replacements[i], replacements[i + 1]);
    }
    return Files.writeString(to.resolve(source.getFileName()), text).toString();
  }

  private static void compile(Path to, List<String> sources) {
    var said = new ByteArrayOutputStream();
    var arguments =
        new ArrayList<>(
            List.of(
                "-nowarn",
                "-proc:none",
                "-d",
                to.toString(),
                "-cp",
                System.getProperty("java.class.path")));
    arguments.addAll(sources);
    var failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, said, said, arguments.toArray(String[]::new));
    assertThat(failed).as(said.toString(StandardCharsets.UTF_8)).isZero();
  }
}
