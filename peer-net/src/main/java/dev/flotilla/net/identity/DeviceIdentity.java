package dev.flotilla.net.identity;

import dev.flotilla.model.DeviceId;
import dev.flotilla.model.DeviceKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManager;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// Who this device is: an Ed25519 key in `device.key`, and a self-signed certificate for TLS in
/// `device.crt`, both readable by their owner only. Safe for use by many threads.
public final class DeviceIdentity {
  private static final String KEY_FILE = "device.key";
  private static final String CERTIFICATE_FILE = "device.crt";
  private static final String KEY_LABEL = "PRIVATE KEY";
  private static final String CERTIFICATE_LABEL = "CERTIFICATE";
  private static final String ALIAS = "device";

  /// A PKCS #8 Ed25519 key (RFC 8410) is these bytes and the 32 of the seed.
  private static final byte[] SEED_PREFIX = {
    0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20
  };

  private final byte[] seed;
  private final DeviceKey key;

  /// Of [#key], worked out from the seed: signing with another one would give the seed away.
  private final byte[] publicKey;

  private final SSLContext tls;

  private DeviceIdentity(byte[] seed, DeviceKey key, SSLContext tls) {
    this.seed = seed;
    this.key = key;
    this.publicKey = key.bytes();
    this.tls = tls;
  }

  /// The identity kept in `folder`; a new one if there is none yet.
  ///
  /// @throws IdentityException if the files cannot be read, written or understood. A damaged key is
  ///   never replaced: the device would silently become another one.
  public static DeviceIdentity loadOrCreate(Path folder) throws IdentityException {
    var keyFile = folder.resolve(KEY_FILE);
    try {
      if (!Files.exists(keyFile)) {
        SecretFiles.write(keyFile, Pem.encode(KEY_LABEL, pkcs8(newSeed())));
      }
      SecretFiles.restrict(keyFile);
      var seed = readSeed(keyFile);
      var key = publicKey(seed);
      var privateKey = privateKey(seed);
      var certificate = loadOrSign(folder.resolve(CERTIFICATE_FILE), key, privateKey);
      return new DeviceIdentity(seed, key, tlsContext(privateKey, certificate));
    } catch (IOException e) {
      throw new IdentityException(
          "The device key in " + folder + " cannot be read or written: " + e.getMessage(), e);
    } catch (GeneralSecurityException e) {
      throw new IdentityException(
          "This Java cannot use Ed25519 keys with TLS: " + e.getMessage(), e);
    }
  }

  /// The public key.
  public DeviceKey key() {
    return key;
  }

  /// The hash of the public key.
  public DeviceId id() {
    return key.deviceId();
  }

  /// The Ed25519 signature of `message`, 64 bytes. Bouncy Castle's code, as everywhere where
  /// changes are signed or verified: implementations differ on what they accept.
  public byte[] sign(byte[] message) {
    var signature = new byte[Ed25519.SIGNATURE_SIZE];
    Ed25519.sign(seed, 0, publicKey, 0, message, 0, message.length, signature, 0);
    return signature;
  }

  /// Shows this device's certificate, and takes every device with a self-signed Ed25519
  /// certificate: look at [#peerOf] before saying anything.
  public SSLContext tls() {
    return tls;
  }

  /// The key of the device at the other end, after the handshake.
  public static DeviceKey peerOf(SSLSession session) throws SSLPeerUnverifiedException {
    var chain = session.getPeerCertificates();
    if (chain.length == 1 && chain[0] instanceof X509Certificate certificate) {
      try {
        return DeviceCertificate.keyOf(certificate);
      } catch (GeneralSecurityException e) {
        throw unverified("not a device certificate: " + e.getMessage());
      }
    }
    throw unverified("no single X.509 certificate");
  }

  private static SSLPeerUnverifiedException unverified(String reason) {
    return new SSLPeerUnverifiedException(reason);
  }

  private static byte[] newSeed() {
    var seed = new byte[Ed25519.SECRET_KEY_SIZE];
    new SecureRandom().nextBytes(seed);
    return seed;
  }

  private static byte[] pkcs8(byte[] seed) {
    var encoded = Arrays.copyOf(SEED_PREFIX, SEED_PREFIX.length + seed.length);
    System.arraycopy(seed, 0, encoded, SEED_PREFIX.length, seed.length);
    return encoded;
  }

  private static byte[] readSeed(Path file) throws IOException, IdentityException {
    var encoded = Pem.decode(KEY_LABEL, Files.readAllBytes(file));
    if (encoded.isEmpty()
        || encoded.get().length != SEED_PREFIX.length + Ed25519.SECRET_KEY_SIZE
        || !Arrays.equals(SEED_PREFIX, Arrays.copyOf(encoded.get(), SEED_PREFIX.length))) {
      throw new IdentityException(
          "The device key "
              + file
              + " is damaged: restore it from a backup, or move it away to become a new device.");
    }
    return Arrays.copyOfRange(encoded.get(), SEED_PREFIX.length, encoded.get().length);
  }

  private static DeviceKey publicKey(byte[] seed) {
    var bytes = new byte[Ed25519.PUBLIC_KEY_SIZE];
    Ed25519.generatePublicKey(seed, 0, bytes, 0);
    return DeviceKey.of(bytes);
  }

  private static PrivateKey privateKey(byte[] seed) throws GeneralSecurityException {
    return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8(seed)));
  }

  /// The certificate holds nothing that the key does not, so a missing or damaged one is simply
  /// made again.
  private static X509Certificate loadOrSign(Path file, DeviceKey key, PrivateKey privateKey)
      throws IOException, GeneralSecurityException {
    var kept = load(file, key);
    if (kept.isPresent()) {
      return kept.get();
    }
    var certificate = DeviceCertificate.selfSigned(key, privateKey);
    SecretFiles.write(file, Pem.encode(CERTIFICATE_LABEL, certificate.getEncoded()));
    return certificate;
  }

  private static Optional<X509Certificate> load(Path file, DeviceKey key) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    var encoded = Pem.decode(CERTIFICATE_LABEL, Files.readAllBytes(file));
    if (encoded.isEmpty()) {
      return Optional.empty();
    }
    try {
      var certificate = DeviceCertificate.parse(encoded.get());
      return DeviceCertificate.keyOf(certificate).equals(key)
          ? Optional.of(certificate)
          : Optional.empty();
    } catch (GeneralSecurityException _) {
      return Optional.empty();
    }
  }

  private static SSLContext tlsContext(PrivateKey privateKey, X509Certificate certificate)
      throws GeneralSecurityException, IOException {
    var password = new char[0];
    var keys = KeyStore.getInstance("PKCS12");
    keys.load(null, password);
    keys.setKeyEntry(ALIAS, privateKey, password, new X509Certificate[] {certificate});
    var keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keyManagers.init(keys, password);
    var context = SSLContext.getInstance("TLSv1.3");
    context.init(keyManagers.getKeyManagers(), new TrustManager[] {new SelfSignedTrust()}, null);
    return context;
  }
}
