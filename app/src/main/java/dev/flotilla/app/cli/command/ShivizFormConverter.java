package dev.flotilla.app.cli.command;

import dev.flotilla.app.causality.shiviz.ShivizLog.Form;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads `one-line` or `two-lines`.
final class ShivizFormConverter implements ITypeConverter<Form> {
  @Override
  public Form convert(String text) {
    return switch (text) {
      case "one-line" -> Form.ONE_LINE;
      case "two-lines" -> Form.TWO_LINES;
      default -> throw new TypeConversionException(text + " is neither one-line nor two-lines");
    };
  }
}
