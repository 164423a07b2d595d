package dev.flotilla.app.tour;

import dev.flotilla.model.Environment;
import dev.flotilla.net.node.EditOutcome;
import dev.flotilla.net.node.Replica;
import dev.flotilla.openfeature.flagd.FlagdImport;
import dev.flotilla.openfeature.flagd.FlagdReader;
import dev.flotilla.openfeature.flagd.ReadResult;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// The flags that the tour imports.
final class SampleFlags {
  private SampleFlags() {}

  /// Imports them for all environments, waits until they are on disk and returns how many they are.
  static int importInto(Replica replica) throws IOException {
    try (InputStream in = SampleFlags.class.getResourceAsStream("flags.flagd.json")) {
      if (in == null) {
        throw new IllegalStateException("flags.flagd.json is missing from the program's files");
      }
      if (!(FlagdReader.read(in.readAllBytes()) instanceof ReadResult.Read(var document, _))) {
        throw new IllegalStateException("flags.flagd.json is no flagd document");
      }
      List<String> environments =
          replica.workspace().environments().stream().map(Environment::name).toList();
      var plan = FlagdImport.plan(replica.workspace(), document, environments);
      for (var batch : plan.batches()) {
        var done = replica.submit(batch, "Import of the tour's flags");
        if (Machine.get(done, "The import fails") instanceof EditOutcome.Refused(var refusal)) {
          throw new TourEnded(refusal.message());
        }
      }
      return document.flags().size();
    }
  }
}
