package dev.flotilla.app.exchange;

import dev.flotilla.model.Workspace;
import dev.flotilla.openfeature.flagd.ExportMark;
import dev.flotilla.openfeature.flagd.Finding;
import dev.flotilla.openfeature.flagd.FlagdDocument;
import dev.flotilla.openfeature.flagd.FlagdImport;
import dev.flotilla.openfeature.flagd.FlagdImport.Proposed;
import dev.flotilla.openfeature.flagd.FlagdReader;
import dev.flotilla.openfeature.flagd.ReadResult;
import java.util.List;
import java.util.Optional;

/// A file of flagd definitions. One that was exported from here, and goes to the environment that
/// it came from, is compared with what it said then.
record FlagdIncoming(FlagdDocument document, List<Finding> warnings) implements Incoming {
  static Reading read(byte[] bytes) {
    return switch (FlagdReader.read(bytes)) {
      case ReadResult.Refused(var findings) -> new Reading.Refused(findings);
      case ReadResult.Read(var document, var warnings) ->
          new Reading.Read(new FlagdIncoming(document, warnings));
    };
  }

  @Override
  public List<String> environments() {
    return List.of();
  }

  @Override
  public Optional<ExportMark> mark() {
    return ExportMark.of(document);
  }

  @Override
  public boolean isWhole() {
    return false;
  }

  @Override
  public Proposed propose(Workspace now, Destination to, Exported exported) {
    var base =
        mark()
            .filter(mark -> to.environments().equals(List.of(mark.environment())))
            .flatMap(mark -> exported.find(mark.export()))
            .flatMap(text ->
                FlagdReader.read(text) instanceof ReadResult.Read(var written, _)
                    ? Optional.of(written)
                    : Optional.empty());
    return FlagdImport.propose(now, document, to.environments(), base);
  }
}
