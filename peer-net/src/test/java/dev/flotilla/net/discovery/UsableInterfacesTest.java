package dev.flotilla.net.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.net.InterfaceNames;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsableInterfacesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "docker0",
        "veth12ab",
        "br-1f2e",
        "virbr0",
        "vmnet8",
        "vEthernet (WSL)",
        "tun0",
        "tap1",
        "utun3",
        "tailscale0",
        "ppp0",
        "Hyper-V Virtual Ethernet Adapter"
      })
  void virtualInterfacesAreSkipped(String name) {
    assertThat(UsableInterfaces.isVirtual(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"eth0", "enp3s0", "wlan0", "wlp2s0", "en0", "Wi-Fi", "bridge0"})
  void realOnesAreUsed(String name) {
    assertThat(UsableInterfaces.isVirtual(name)).isFalse();
  }

  @Test
  void whatAPersonDeniesIsNotUsed() {
    assertThat(UsableInterfaces.now(new InterfaceNames(List.of("*"), List.of("*")))).isEmpty();
  }

  @Test
  void loopbackIsNeverAmongTheRealOnes() {
    assertThat(UsableInterfaces.now(InterfaceNames.NONE)).noneMatch(InetAddress::isLoopbackAddress);
    assertThat(UsableInterfaces.loopbackOnly())
        .singleElement()
        .extracting(InetAddress::getHostAddress)
        .isEqualTo("127.0.0.1");
  }
}
