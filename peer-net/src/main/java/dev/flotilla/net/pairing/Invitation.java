package dev.flotilla.net.pairing;

import dev.flotilla.crdt.codec.CanonicalReader;
import dev.flotilla.crdt.codec.CanonicalWriter;
import dev.flotilla.crdt.codec.MalformedBytesException;
import dev.flotilla.model.DeviceId;
import dev.flotilla.model.Octets;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.PeerAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a member hands to a person who shall join, over a channel that both trust. Whoever has the
/// text first can join, once.
///
/// As text: `flotilla1-` and, in base 32, workspace 16 bytes, name, inviter 32 bytes, secret 16
/// bytes, addresses, and the first 4 bytes of the SHA-256 of all that.
///
/// @param workspace what to join
/// @param workspaceName what it was called; shown before the user says yes
/// @param inviter the only device that the joiner will show its proof to
/// @param secret 16 random bytes
/// @param addresses where the inviter may be reached; hints, at most 16
public record Invitation(
    WorkspaceId workspace,
    String workspaceName,
    DeviceId inviter,
    Octets secret,
    List<PeerAddress> addresses) {
  /// Length of a secret in bytes.
  public static final int SECRET_BYTES = 16;

  private static final int MAX_ADDRESSES = 16;
  private static final int MAX_NAME_LENGTH = 256;
  private static final int MAX_TEXT_LENGTH = 16 * 1024;
  private static final int CHECKSUM_BYTES = 4;
  private static final String FAMILY = "flotilla";
  private static final String PREFIX = "flotilla1-";

  /// What a text turned out to be.
  public sealed interface Parsed {
    /// An invitation.
    record Valid(Invitation invitation) implements Parsed {}

    /// Something else.
    ///
    /// @param sentence what is wrong and what to do
    record Invalid(String sentence) implements Parsed {}
  }

  public Invitation {
    if (secret.length() != SECRET_BYTES) {
      throw new IllegalArgumentException("a secret of " + secret.length() + " bytes");
    }
    if (workspaceName.length() > MAX_NAME_LENGTH) {
      throw new IllegalArgumentException("a name of " + workspaceName.length() + " characters");
    }
    if (addresses.size() > MAX_ADDRESSES) {
      throw new IllegalArgumentException(addresses.size() + " addresses");
    }
    addresses = List.copyOf(addresses);
  }

  /// A fresh secret.
  public static Octets newSecret() {
    var secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    return Octets.of(secret);
  }

  /// The text to hand over.
  public String text() {
    var out = new CanonicalWriter();
    out.raw(workspace.bytes());
    out.utf8(workspaceName);
    out.raw(inviter.bytes());
    out.raw(secret.bytes());
    out.varint(addresses.size());
    for (var address : addresses) {
      out.utf8(address.host());
      out.u16(address.port());
    }
    out.raw(checksum(out.toBytes()));
    return PREFIX + Base32.encode(out.toBytes());
  }

  /// Reads what a person pasted: white space and line breaks anywhere, and upper case, do no harm.
  public static Parsed parse(String text) {
    if (text.length() > MAX_TEXT_LENGTH) {
      return notAnInvitation();
    }
    var compact = text.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
    if (!compact.startsWith(PREFIX)) {
      return compact.matches(FAMILY + "\\d+-.*")
          ? new Parsed.Invalid(
              "This invitation was made by a newer Flotilla: update Flotilla on this machine.")
          : notAnInvitation();
    }
    return Base32.decode(compact.substring(PREFIX.length()))
        .filter(Invitation::hasValidChecksum)
        .flatMap(Invitation::decode)
        .<Parsed>map(Parsed.Valid::new)
        .orElseGet(() ->
            new Parsed.Invalid(
                "The invitation is incomplete or damaged: copy the whole text again."));
  }

  private static Parsed notAnInvitation() {
    return new Parsed.Invalid(
        "This is not a Flotilla invitation: it has to start with \"" + PREFIX + "\".");
  }

  private static boolean hasValidChecksum(byte[] bytes) {
    var length = bytes.length - CHECKSUM_BYTES;
    return length > 0
        && Arrays.equals(
            checksum(Arrays.copyOf(bytes, length)),
            Arrays.copyOfRange(bytes, length, bytes.length));
  }

  private static Optional<Invitation> decode(byte[] bytes) {
    try {
      var in = new CanonicalReader(Arrays.copyOf(bytes, bytes.length - CHECKSUM_BYTES));
      var workspace = WorkspaceId.of(in.raw(WorkspaceId.BYTES));
      var name = in.utf8();
      var inviter = DeviceId.of(in.raw(DeviceId.BYTES));
      var secret = Octets.of(in.raw(SECRET_BYTES));
      var addresses = new ArrayList<PeerAddress>();
      for (var left = in.count(3); left > 0; left--) {
        addresses.add(new PeerAddress(in.utf8(), in.u16()));
      }
      in.end();
      return Optional.of(new Invitation(workspace, name, inviter, secret, addresses));
    } catch (MalformedBytesException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static byte[] checksum(byte[] bytes) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return Arrays.copyOf(hash, CHECKSUM_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// Without the secret, so that no log has it.
  @Override
  public String toString() {
    return "Invitation to " + workspaceName + " from " + inviter.shortName();
  }
}
