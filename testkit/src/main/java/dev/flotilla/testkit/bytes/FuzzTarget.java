package dev.flotilla.testkit.bytes;

import java.util.Arrays;

/// What the fuzzer Jazzer calls. Without its library, which the build does not need: the methods
/// are found by their names.
public final class FuzzTarget {
  /// Set before the first input comes.
  private static volatile Trial trial = new Trial(new Nobody());

  private FuzzTarget() {}

  /// Called once.
  ///
  /// @param arguments the class of the decoders, and the name of the one to try
  public static void fuzzerInitialize(String[] arguments) throws ClassNotFoundException {
    trial = new Trial(decoder(arguments[0], arguments[1]));
  }

  /// Called for each input.
  public static void fuzzerTestOneInput(byte[] bytes) {
    var _ = trial.answer(bytes);
  }

  static Decoder decoder(String type, String name) throws ClassNotFoundException {
    return Arrays.stream(Class.forName(type).getEnumConstants())
        .map(Decoder.class::cast)
        .filter(decoder -> decoder.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no decoder " + name + " in " + type));
  }

  private record Nobody(String name, long allocatedBytesMax) implements Decoder {
    Nobody() {
      this("nobody", 0);
    }

    @Override
    public String answer(byte[] bytes) {
      throw new IllegalStateException("no decoder was named");
    }
  }
}
