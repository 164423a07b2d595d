package dev.flotilla.net.pairing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// Puts bytes into an invitation whose checksum is right.
public final class InvitationBodies {
  private InvitationBodies() {}

  public static String text(byte[] body) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(body);
      var whole = Arrays.copyOf(body, body.length + 4);
      System.arraycopy(hash, 0, whole, body.length, 4);
      return "flotilla1-" + Base32.encode(whole);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
