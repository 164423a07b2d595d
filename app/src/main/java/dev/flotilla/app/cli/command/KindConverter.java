package dev.flotilla.app.cli.command;

import dev.flotilla.model.FlagKind;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// The kind of a flag, by its name.
final class KindConverter implements ITypeConverter<FlagKind> {
  @Override
  public FlagKind convert(String text) {
    return FlagKind.parse(text)
        .orElseThrow(() ->
            new TypeConversionException(
                "'"
                    + text
                    + "' is none of "
                    + Arrays.stream(FlagKind.values())
                        .map(FlagKind::id)
                        .collect(Collectors.joining(", "))));
  }
}
