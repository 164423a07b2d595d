package dev.flotilla.net.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import javax.jmdns.ServiceInfo;
import org.junit.jupiter.api.Test;

class MdnsListenerTest {
  private static final String ID = "ab".repeat(32);

  /// JmDNS tells of a service before it has its TXT record.
  @Test
  void aServiceWithoutAnIdIsIgnored() {
    assertThat(MdnsListener.sighting(service(Map.of()))).isEmpty();
    assertThat(MdnsListener.sighting(service(Map.of("id", "nonsense")))).isEmpty();
    assertThat(MdnsListener.sighting(service(Map.of("id", "../../etc/passwd")))).isEmpty();
  }

  @Test
  void aServiceWithoutAnAddressIsIgnored() {
    assertThat(MdnsListener.sighting(service(Map.of("id", ID)))).isEmpty();
  }

  private static ServiceInfo service(Map<String, String> text) {
    return ServiceInfo.create(MdnsDiscovery.SERVICE_TYPE, "flotilla-test", 4711, 0, 0, text);
  }
}
