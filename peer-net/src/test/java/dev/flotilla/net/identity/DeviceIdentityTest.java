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
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
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

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no POSIX permissions")
  void onlyTheOwnerReadsTheFiles() throws Exception {
    DeviceIdentity.loadOrCreate(home);
    Files.setPosixFilePermissions(
        home.resolve("device.key"), PosixFilePermissions.fromString("rw-r--r--"));

    DeviceIdentity.loadOrCreate(home);

    for (var name : new String[] {"device.key", "device.crt"}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(name))))
          .isEqualTo("rw-------");
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
