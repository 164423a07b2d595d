package dev.flotilla.net.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.DeviceId;
import dev.flotilla.model.Octets;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.PeerAddress;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvitationTest {
  private static final Invitation INVITATION =
      new Invitation(
          WorkspaceId.parse("01".repeat(16)),
          "Küche & Co",
          DeviceId.parse("ab".repeat(32)),
          Octets.parse("5e".repeat(16)),
          List.of(new PeerAddress("192.168.1.20", 4711), new PeerAddress("fe80::1", 9)));

  @Test
  void textIsReadAndWrittenTheSame() {
    var text = INVITATION.text();

    assertThat(text).matches("flotilla1-[a-z2-7]+");
    assertThat(Invitation.parse(text)).isEqualTo(new Invitation.Parsed.Valid(INVITATION));
  }

  @Test
  void lineBreaksSpacesAndUpperCaseDoNoHarm() {
    var mangled =
        "  " + INVITATION.text().toUpperCase(Locale.ROOT).replaceAll("(.{40})", "$1 \r\n") + "\n";

    assertThat(Invitation.parse(mangled)).isEqualTo(new Invitation.Parsed.Valid(INVITATION));
  }

  @Test
  void anyOtherCharacterIsNoticed() {
    var text = INVITATION.text();
    for (var i = "flotilla1-".length(); i < text.length(); i++) {
      var other = text.charAt(i) == 'a' ? 'b' : 'a';
      var damaged = text.substring(0, i) + other + text.substring(i + 1);

      assertThat(Invitation.parse(damaged))
          .as("character %d", i)
          .isInstanceOf(Invitation.Parsed.Invalid.class);
    }
  }

  @Test
  void anIncompleteTextIsToldToBeCopiedAgain() {
    var text = INVITATION.text();
    for (var length = "flotilla1-".length(); length < text.length(); length++) {
      assertThat(sentence(text.substring(0, length))).contains("copy the whole text");
    }
  }

  @Test
  void anInvitationOfANewerProgramSaysSo() {
    assertThat(sentence("flotilla2-abc")).contains("newer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "hello", "flotilla", "flotilla-abc", "https://example.org"})
  void somethingElseIsNoInvitation(String text) {
    assertThat(sentence(text)).contains("not a Flotilla invitation");
  }

  @Test
  void noLogEverHasTheSecret() {
    assertThat(INVITATION.toString()).doesNotContain("5e5e");
  }

  @Test
  void secretsDiffer() {
    assertThat(Invitation.newSecret()).isNotEqualTo(Invitation.newSecret());
  }

  private static String sentence(String text) {
    return ((Invitation.Parsed.Invalid) Invitation.parse(text)).sentence();
  }
}
