package dev.flotilla.app.cli.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads `flagd`, `csv` or `workspace`.
final class FormatConverter implements ITypeConverter<Format> {
  @Override
  public Format convert(String text) {
    return switch (text) {
      case "flagd" -> Format.FLAGD;
      case "csv" -> Format.CSV;
      case "workspace" -> Format.WORKSPACE;
      default -> throw new TypeConversionException(text + " is no format: flagd, csv or workspace");
    };
  }
}
