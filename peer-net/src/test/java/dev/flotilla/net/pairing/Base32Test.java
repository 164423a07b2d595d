package dev.flotilla.net.pairing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Base32Test {
  /// RFC 4648 section 10, in lower case and without padding.
  @ParameterizedTest
  @CsvSource({
    "'',''",
    "f,my",
    "fo,mzxq",
    "foo,mzxw6",
    "foob,mzxw6yq",
    "fooba,mzxw6ytb",
    "foobar,mzxw6ytboi"
  })
  void theExamplesOfTheStandardHold(String plain, String encoded) {
    assertThat(Base32.encode(plain.getBytes(US_ASCII))).isEqualTo(encoded);
    assertThat(Base32.decode(encoded))
        .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(plain.getBytes(US_ASCII)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"m", "mz=", "mzx", "mz1w", "mzxw6a", "MY", "mz"})
  void otherTextsAreRefused(String text) {
    assertThat(Base32.decode(text)).isEmpty();
  }

  @Test
  void everyByteComesBack() {
    var bytes = new byte[256];
    for (var i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }

    assertThat(Base32.decode(Base32.encode(bytes)))
        .hasValueSatisfying(decoded -> assertThat(decoded).isEqualTo(bytes));
  }
}
