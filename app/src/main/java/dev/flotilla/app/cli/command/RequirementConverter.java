package dev.flotilla.app.cli.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// `OTHER=VARIANT`: what a flag requires of another one.
final class RequirementConverter implements ITypeConverter<RequirementConverter.Requirement> {
  /// A flag and the variant that it must serve.
  record Requirement(String other, String variant) {}

  @Override
  public Requirement convert(String text) {
    int end = text.indexOf('=');
    if (end <= 0 || end == text.length() - 1) {
      throw new TypeConversionException("'" + text + "' is not of the form OTHER=VARIANT");
    }
    return new Requirement(text.substring(0, end), text.substring(end + 1));
  }
}
