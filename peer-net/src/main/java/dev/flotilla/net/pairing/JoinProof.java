package dev.flotilla.net.pairing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.flotilla.model.DeviceKey;
import dev.flotilla.model.Octets;
import dev.flotilla.model.WorkspaceId;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// `HMAC-SHA256(secret, "flotilla-join-v1" ‖ channel ‖ joiner key ‖ inviter key ‖ workspace)`.
///
/// `channel` is 32 bytes of TLS keying material (RFC 9266, `EXPORTER-Channel-Binding`), different
/// for every connection and known to its two ends only. A proof seen by somebody in the middle is
/// therefore worthless on any other connection, and the secret itself, 16 random bytes, never
/// travels.
public final class JoinProof {
  /// The label of the TLS exporter.
  public static final String EXPORTER_LABEL = "EXPORTER-Channel-Binding";

  /// Length of the channel binding in bytes.
  public static final int CHANNEL_BYTES = 32;

  /// Length of a proof in bytes.
  public static final int BYTES = 32;

  private static final String ALGORITHM = "HmacSHA256";
  private static final byte[] DOMAIN = "flotilla-join-v1".getBytes(US_ASCII);

  private JoinProof() {}

  /// The proof that the joiner sends.
  public static Octets of(
      Octets secret, Octets channel, DeviceKey joiner, DeviceKey inviter, WorkspaceId workspace) {
    if (channel.length() != CHANNEL_BYTES) {
      throw new IllegalArgumentException("a channel binding has 32 bytes, not " + channel.length());
    }
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.bytes(), ALGORITHM));
      mac.update(DOMAIN);
      mac.update(channel.bytes());
      mac.update(joiner.bytes());
      mac.update(inviter.bytes());
      mac.update(workspace.bytes());
      return Octets.of(mac.doFinal());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  static boolean matches(Octets secret, JoinRequest request) {
    var expected =
        of(secret, request.channel(), request.joiner(), request.inviter(), request.workspace());
    return MessageDigest.isEqual(expected.bytes(), request.proof().bytes());
  }
}
