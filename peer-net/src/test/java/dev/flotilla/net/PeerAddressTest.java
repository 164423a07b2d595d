package dev.flotilla.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeerAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "host:1",
        "my-host.local:4711",
        "10.0.0.7:65535",
        "[::1]:4711",
        "[fe80::1%eth0]:9"
      })
  void textIsReadAndWrittenTheSame(String text) {
    assertThat(PeerAddress.parse(text)).hasToString(text);
  }

  @Test
  void spacesAroundDoNoHarm() {
    assertThat(PeerAddress.parse(" localhost:80 ")).isEqualTo(new PeerAddress("localhost", 80));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        "host",
        "host:",
        "host:0",
        "host:65536",
        "host:123456",
        "host:-1",
        "host:x",
        ":4711",
        "ho st:1",
        "[host]:1",
        "::1:4711",
        "a/b:1"
      })
  void anythingElseIsRefusedWithASentence(String text) {
    assertThatThrownBy(() -> PeerAddress.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .endsWith(".");
  }

  @Test
  void ipv6WithoutBracketsIsToldWhatToDo() {
    assertThatThrownBy(() -> PeerAddress.parse("fe80::1:4711")).hasMessageContaining("brackets");
  }
}
