package dev.flotilla.app.desktop.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.Test;

class MomentsTest {
  private Instant now = Instant.parse("2026-11-21T09:30:00Z");
  private final Moments moments = new Moments(new Texts(Locale.ENGLISH), () -> now, ZoneOffset.UTC);

  @Test
  void aLiveTextGrowsOlderWhenTimeHasPassed() {
    SimpleStringProperty shown = new SimpleStringProperty();
    shown.bind(moments.live(now));
    assertThat(shown.get()).isEqualTo("just now");

    now = now.plus(Duration.ofMinutes(5));
    moments.timePassed();

    assertThat(shown.get()).isEqualTo("5 min ago");
  }
}
