package dev.flotilla.app.cli.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// `on` or `off`.
final class StateConverter implements ITypeConverter<StateConverter.State> {
  /// Whether a flag is served. Not a boolean: picocli has ideas of its own about those.
  enum State {
    ON,
    OFF
  }

  @Override
  public State convert(String text) {
    return switch (text) {
      case "on" -> State.ON;
      case "off" -> State.OFF;
      default -> throw new TypeConversionException("'" + text + "' is neither on nor off");
    };
  }
}
