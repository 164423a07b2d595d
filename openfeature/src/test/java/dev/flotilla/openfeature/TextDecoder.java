package dev.flotilla.openfeature;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.codec.CanonicalReader;
import dev.flotilla.crdt.codec.MalformedBytesException;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EditPlanner;
import dev.flotilla.model.NextDots;
import dev.flotilla.model.Operation;
import dev.flotilla.model.OperationCodec;
import dev.flotilla.model.Plan;
import dev.flotilla.model.Workspace;
import dev.flotilla.openfeature.flagd.FlagdDocument;
import dev.flotilla.openfeature.flagd.FlagdExport;
import dev.flotilla.openfeature.flagd.FlagdImport;
import dev.flotilla.openfeature.flagd.FlagdReader;
import dev.flotilla.openfeature.flagd.ReadResult;
import dev.flotilla.openfeature.flagd.RuleChain;
import dev.flotilla.openfeature.flagd.TargetingCheck;
import dev.flotilla.openfeature.json.JsonParse;
import dev.flotilla.openfeature.json.JsonText;
import dev.flotilla.openfeature.json.ValueText;
import dev.flotilla.testkit.bytes.Decoder;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Whoever in this module reads texts that somebody else wrote.
enum TextDecoder implements Decoder {
  /// What was read reads the same however it is laid out.
  JSON {
    @Override
    public String answer(byte[] bytes) {
      var text = new String(bytes, UTF_8);
      return switch (JsonText.parse(text)) {
        case JsonParse.Malformed(var error) -> error.sentence();
        case JsonParse.Parsed(var root, var repeated) -> {
          var compact = JsonText.compact(root);
          if (repeated.isEmpty() && !JsonText.compact(JsonText.pretty(text)).equals(compact)) {
            throw new AssertionError("another text: " + compact);
          }
          yield root.kind();
        }
      };
    }
  },
  TARGETING {
    @Override
    public String answer(byte[] bytes) {
      var text = new String(bytes, UTF_8);
      var findings = TargetingCheck.check(text);
      return findings.size() + " findings, " + RuleChain.of(text).isPresent();
    }
  },
  /// A file that is imported twice, the second time for nothing, and written again.
  FLAGD {
    @Override
    public String answer(byte[] bytes) {
      return switch (FlagdReader.read(bytes)) {
        case ReadResult.Refused(var findings) -> findings.getFirst().toString();
        case ReadResult.Read(var document, var _) -> imported(document);
      };
    }
  },
  /// What anybody with the right to edit may write, exported, and what a person's editor shows.
  OPERATIONS {
    @Override
    public String answer(byte[] bytes) {
      try {
        var operations = OperationCodec.decode(new CanonicalReader(bytes), AUTHOR);
        return exported(
            START.apply(AUTHOR, NextDots.of(START, AUTHOR).next(), AT, alone(operations)));
      } catch (MalformedBytesException e) {
        return e.reason();
      }
    }
  };

  private static final ReplicaId AUTHOR = new ReplicaId(1, 2);
  private static final HybridTimestamp AT = new HybridTimestamp(1_700_000_000_000L, 0);
  private static final String ENVIRONMENT = "e";
  private static final Workspace START =
      edited(Workspace.EMPTY, List.of(new Edit.CreateEnvironment(ENVIRONMENT, 1)));

  @Override
  public long allocatedBytesMax() {
    return 64L << 20;
  }

  private static String imported(FlagdDocument document) {
    var plan = FlagdImport.plan(START, document, List.of());
    var now = START;
    for (var batch : plan.batches()) {
      now = edited(now, batch);
    }
    var again = FlagdImport.plan(now, document, List.of());
    if (!again.batches().isEmpty() && plan.findings().isEmpty()) {
      throw new AssertionError("imported again: " + again.batches());
    }
    return plan.items().size() + " items, " + exported(now);
  }

  private static Workspace edited(Workspace now, List<Edit> edits) {
    var next = NextDots.of(now, AUTHOR);
    return switch (EditPlanner.plan(now, edits, next)) {
      case Plan.Accepted(var operations) -> now.apply(AUTHOR, next.next(), AT, operations);
      case Plan.Refused(var refusal) ->
          throw new AssertionError("a batch that is refused: " + refusal.message());
    };
  }

  private static String exported(Workspace now) {
    for (var flag : now.flags()) {
      flag.variants().values().forEach(ValueText::edit);
      flag.metadata().values().forEach(ValueText::edit);
    }
    var exported = FlagdExport.export(now, ENVIRONMENT);
    return switch (FlagdReader.read(exported.text())) {
      case ReadResult.Read(var document, var _) -> document.flags().size() + " flags exported";
      case ReadResult.Refused(var findings) -> throw new AssertionError(exported.text() + findings);
    };
  }

  /// Nothing is superseded: what matters here is what the values are.
  private static List<Operation> alone(List<Operation> operations) {
    var alone = new ArrayList<Operation>();
    for (var operation : operations) {
      alone.add(
          operation instanceof Operation.Write(var slot, var value, var _)
              ? new Operation.Write(slot, value, new TreeSet<>())
              : operation);
    }
    return alone;
  }
}
