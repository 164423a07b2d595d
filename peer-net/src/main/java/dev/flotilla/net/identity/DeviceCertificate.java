package dev.flotilla.net.identity;

import dev.flotilla.model.DeviceKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// Self-signed certificates whose only content that counts is the device's Ed25519 key. Dates and
/// names are never looked at: a machine with a dead clock battery must still find its peers.
final class DeviceCertificate {
  private static final int SERIAL_BITS = 127;

  /// An Ed25519 SubjectPublicKeyInfo (RFC 8410) is these bytes and the 32 of the key.
  private static final byte[] KEY_PREFIX = {
    0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00
  };

  private static final int KEY_BYTES = 32;

  /// "No well-defined expiration date", RFC 5280 section 4.1.2.5.
  private static final Instant NEVER_ENDS = Instant.parse("9999-12-31T23:59:59Z");

  private static final Instant ALWAYS_BEGUN = Instant.parse("2020-01-01T00:00:00Z");

  private DeviceCertificate() {}

  static X509Certificate selfSigned(DeviceKey key, PrivateKey privateKey)
      throws GeneralSecurityException {
    var name = new X500Name("CN=flotilla-" + key.deviceId().shortName());
    var builder =
        new X509v3CertificateBuilder(
            name,
            new BigInteger(SERIAL_BITS, new SecureRandom()).add(BigInteger.ONE),
            Date.from(ALWAYS_BEGUN),
            Date.from(NEVER_ENDS),
            name,
            SubjectPublicKeyInfo.getInstance(publicKeyInfo(key)));
    try {
      var signer = new JcaContentSignerBuilder("Ed25519").build(privateKey);
      return parse(builder.build(signer).getEncoded());
    } catch (OperatorCreationException | IOException e) {
      throw new CertificateException(e);
    }
  }

  static X509Certificate parse(byte[] der) throws CertificateException {
    var factory = CertificateFactory.getInstance("X.509");
    return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
  }

  static byte[] publicKeyInfo(DeviceKey key) {
    var info = Arrays.copyOf(KEY_PREFIX, KEY_PREFIX.length + KEY_BYTES);
    System.arraycopy(key.bytes(), 0, info, KEY_PREFIX.length, KEY_BYTES);
    return info;
  }

  /// The key of a certificate that is signed with that key.
  ///
  /// @throws CertificateException if it is no self-signed Ed25519 certificate
  static DeviceKey keyOf(X509Certificate certificate) throws CertificateException {
    var info = certificate.getPublicKey().getEncoded();
    if (info.length != KEY_PREFIX.length + KEY_BYTES
        || !Arrays.equals(KEY_PREFIX, Arrays.copyOf(info, KEY_PREFIX.length))) {
      throw new CertificateException("the key is not an Ed25519 key");
    }
    try {
      certificate.verify(certificate.getPublicKey());
    } catch (GeneralSecurityException e) {
      throw new CertificateException("the certificate is not signed with its own key", e);
    }
    return DeviceKey.of(Arrays.copyOfRange(info, KEY_PREFIX.length, info.length));
  }
}
