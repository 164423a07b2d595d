package dev.flotilla.testkit.bytes;

/// Something that reads bytes which anybody could have written. The decoders of a module are the
/// constants of an enum, so that a fuzzer can be told one by its name.
public interface Decoder {
  /// What it is called.
  String name();

  /// Reads the bytes, and does with the outcome what the program would do. A refusal is an answer;
  /// anything thrown is a mistake.
  ///
  /// @return what came of it, in few words: inputs with another answer are worth keeping
  String answer(byte[] bytes) throws Exception;

  /// What reading one input may allocate, garbage included.
  long allocatedBytesMax();
}
