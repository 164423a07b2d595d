package dev.flotilla.app.cli.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads `ours` or `theirs`.
final class SideConverter implements ITypeConverter<Side> {
  @Override
  public Side convert(String text) {
    return switch (text) {
      case "ours" -> Side.OURS;
      case "theirs" -> Side.THEIRS;
      default -> throw new TypeConversionException(text + " is no side: ours or theirs");
    };
  }
}
