package dev.flotilla.app.desktop.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BrowserTest {
  @Test
  void onlyWebPagesAreHandedOn() {
    List<String> opened = new ArrayList<>();
    Browser.openWith(opened::add);

    for (String link :
        List.of(
            "https://example.org/tickets/1",
            " http://example.org ",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "smb://host/share",
            "CHK-1182",
            "https:",
            "not a link")) {
      Browser.open(link);
    }

    assertThat(opened).containsExactly("https://example.org/tickets/1", "http://example.org");
  }
}
