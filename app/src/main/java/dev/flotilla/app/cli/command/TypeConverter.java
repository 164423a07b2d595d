package dev.flotilla.app.cli.command;

import dev.flotilla.model.FlagType;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// The type of a flag, by its name.
final class TypeConverter implements ITypeConverter<FlagType> {
  @Override
  public FlagType convert(String text) {
    return FlagType.parse(text)
        .orElseThrow(() ->
            new TypeConversionException(
                "'"
                    + text
                    + "' is none of "
                    + Arrays.stream(FlagType.values())
                        .map(FlagType::id)
                        .collect(Collectors.joining(", "))));
  }
}
