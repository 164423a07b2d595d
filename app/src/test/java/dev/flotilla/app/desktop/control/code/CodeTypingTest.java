package dev.flotilla.app.desktop.control.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.control.code.CodeTyping.Typed;
import org.junit.jupiter.api.Test;

class CodeTypingTest {
  @Test
  void anOpeningBracketBringsItsPartner() {
    assertThat(CodeTyping.character("", 0, '{')).isEqualTo(new Typed("{}", 0, 1));
    assertThat(CodeTyping.character("[]", 1, '[')).isEqualTo(new Typed("[]", 0, 1));
  }

  @Test
  void beforeAValueAndInsideATextABracketIsOnlyABracket() {
    assertThat(CodeTyping.character("1", 0, '[')).isNull();
    assertThat(CodeTyping.character("\"a ", 3, '{')).isNull();
  }

  @Test
  void whatIsThereAlreadyIsSteppedOver() {
    assertThat(CodeTyping.character("{}", 1, '}')).isEqualTo(new Typed("}", 1, 1));
    assertThat(CodeTyping.character("\"a\"", 2, '"')).isEqualTo(new Typed("\"", 1, 1));
    assertThat(CodeTyping.character("{ ", 1, '}')).isNull();
  }

  @Test
  void aNewLineKeepsTheDepthAndGoesDeeperAfterABracket() {
    assertThat(CodeTyping.newLine("  \"a\": 1,", 9)).isEqualTo(new Typed("\n  ", 0, 3));
    assertThat(CodeTyping.newLine("{}", 1)).isEqualTo(new Typed("\n  \n", 0, 3));
    assertThat(CodeTyping.newLine("{", 1)).isEqualTo(new Typed("\n  ", 0, 3));
  }

  @Test
  void placesOutsideOfTheTextAreTheNearestOnesInIt() {
    assertThat(CodePlaces.offset("ab\ncd", 2, 2)).isEqualTo(4);
    assertThat(CodePlaces.offset("ab\ncd", 1, 9)).isEqualTo(2);
    assertThat(CodePlaces.offset("ab\ncd", 7, 1)).isEqualTo(3);
  }

  @Test
  void theCaretStaysAtItsCharacterWhenTheTextIsLaidOut() {
    String laidOut = "{\n  \"a\": 1\n}";

    int caret = CodePlaces.sameInk("{\"a\":1}", 5, laidOut);

    assertThat(laidOut.substring(0, caret)).isEqualTo("{\n  \"a\":");
  }
}
