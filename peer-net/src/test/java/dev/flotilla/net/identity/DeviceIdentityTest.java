package dev.flotilla.net.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceIdentityTest {
  @TempDir Path home;

  @Test
  void aDeviceStaysTheSameOne() throws Exception {
    var created = DeviceIdentity.loadOrCreate(home);
    var loaded = DeviceIdentity.loadOrCreate(home);

    assertThat(loaded.key()).isEqualTo(created.key());
    assertThat(loaded.id()).isEqualTo(created.key().deviceId());
    assertThat(home).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void devicesDiffer(@TempDir Path other) throws Exception {
    assertThat(DeviceIdentity.loadOrCreate(home).id())
        .isNotEqualTo(DeviceIdentity.loadOrCreate(other).id());
  }

  /// A file system without POSIX permissions keeps no such mode to set or to compare; there the
  /// files must be made and read all the same.
  @Test
  void onlyTheOwnerReadsTheFiles() throws Exception {
    var created = DeviceIdentity.loadOrCreate(home);
    boolean posix = Files.getFileStore(home).supportsFileAttributeView("posix");
    if (posix) {
      Files.setPosixFilePermissions(
          home.resolve("device.key"), PosixFilePermissions.fromString("rw-r--r--"));
    }

    assertThat(DeviceIdentity.loadOrCreate(home).key()).isEqualTo(created.key());

    for (var name : new String[] {"device.key", "device.crt"}) {
      var file = home.resolve(name);
      assertThat(file).isReadable();
      if (posix) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .isEqualTo("rw-------");
      }
    }
  }

  @Test
  void aDamagedKeyIsNeverReplaced() throws Exception {
    DeviceIdentity.loadOrCreate(home);
    Files.writeString(home.resolve("device.key"), "-----BEGIN PRIVATE KEY-----\nAAAA\n");

    assertThatThrownBy(() -> DeviceIdentity.loadOrCreate(home))
        .isInstanceOf(IdentityException.class)
        .hasMessageContaining("damaged");
    assertThat(Files.readString(home.resolve("device.key"))).contains("AAAA");
  }

  @Test
  void aLostCertificateIsMadeAgain() throws Exception {
    var before = DeviceIdentity.loadOrCreate(home);
    Files.delete(home.resolve("device.crt"));

    assertThat(DeviceIdentity.loadOrCreate(home).key()).isEqualTo(before.key());
    assertThat(home.resolve("device.crt")).exists();
  }

  @Test
  void aCertificateOfAnotherDeviceIsNotUsed(@TempDir Path other) throws Exception {
    DeviceIdentity.loadOrCreate(home);
    DeviceIdentity.loadOrCreate(other);
    var foreign = Files.readAllBytes(other.resolve("device.crt"));
    Files.write(home.resolve("device.crt"), foreign);

    DeviceIdentity.loadOrCreate(home);

    assertThat(Files.readAllBytes(home.resolve("device.crt"))).isNotEqualTo(foreign);
  }

  @Test
  void signaturesAreThoseOfTheCertifiedKey() throws Exception {
    var identity = DeviceIdentity.loadOrCreate(home);
    var message = "hello".getBytes(StandardCharsets.UTF_8);

    var verifier = Signature.getInstance("Ed25519");
    verifier.initVerify(
        KeyFactory.getInstance("Ed25519")
            .generatePublic(
                new X509EncodedKeySpec(DeviceCertificate.publicKeyInfo(identity.key()))));
    verifier.update(message);

    assertThat(verifier.verify(identity.sign(message))).isTrue();
  }
}
