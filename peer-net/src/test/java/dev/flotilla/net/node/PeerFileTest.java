package dev.flotilla.net.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.DeviceId;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.PeerAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeerFileTest {
  private static final WorkspaceId SHOP = WorkspaceId.parse("0123456789abcdef".repeat(2));
  private static final DeviceId ANN = DeviceId.parse("a".repeat(64));
  private static final DeviceId EVE = DeviceId.parse("e".repeat(64));
  private static final PeerAddress TYPED = new PeerAddress("office.example", 4711);
  private static final PeerAddress ANNS = new PeerAddress("10.0.0.1", 4711);

  @TempDir private Path home;

  @Test
  void aDeviceThatComesFromEveryPortDrivesOutNobody() throws Exception {
    var book = PeerFile.open(home);
    book.addManual(TYPED);
    book.remember(SHOP, ANN, ANNS);

    for (var port = 1; port <= 2_000; port++) {
      book.remember(SHOP, EVE, new PeerAddress("10.0.0.2", port));
    }

    for (var now : new PeerFile[] {book, PeerFile.open(home)}) {
      assertThat(now.manual()).containsExactly(TYPED);
      assertThat(now.of(SHOP).get(ANN)).containsExactly(ANNS);
      assertThat(now.of(SHOP).get(EVE))
          .hasSize(4)
          .first()
          .isEqualTo(new PeerAddress("10.0.0.2", 2_000));
    }
    assertThat(Files.readAllLines(home.resolve("peers"))).hasSizeLessThan(10);
  }

  @Test
  void theFileStaysSmallWhileItIsOpen() throws Exception {
    var book = PeerFile.open(home);

    for (var port = 1; port <= 5_000; port++) {
      book.remember(SHOP, EVE, new PeerAddress("10.0.0.2", port));
    }

    assertThat(Files.readAllLines(home.resolve("peers"))).hasSizeLessThan(600);
  }

  @Test
  void linesThatCannotBeReadAreLeftOut() throws Exception {
    var file = home.resolve("peers");
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, '\n'});
    PeerFile.open(home).addManual(TYPED);

    assertThat(PeerFile.open(home).manual()).containsExactly(TYPED);
  }
}
