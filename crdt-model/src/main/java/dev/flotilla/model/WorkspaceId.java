package dev.flotilla.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The name of a workspace, 16 bytes. Nobody can found another workspace under the same id, because
/// the id is a hash over the founder's key.
public record WorkspaceId(Octets hash) implements Comparable<WorkspaceId> {
  public static final int BYTES = 16;

  private static final String DOMAIN = "flotilla-workspace-v1";

  public WorkspaceId {
    if (hash.length() != BYTES) {
      throw new IllegalArgumentException("a workspace id has 16 bytes, not " + hash.length());
    }
  }

  /// The id of the workspace that `founder` founded with `nonce`: the first 16 bytes of
  /// SHA-256(domain, key, nonce).
  public static WorkspaceId of(DeviceKey founder, Octets nonce) {
    var digest = Sha256.start();
    digest.update(DOMAIN.getBytes(StandardCharsets.UTF_8));
    digest.update(founder.bytes());
    digest.update(nonce.bytes());
    return of(Arrays.copyOf(digest.digest(), BYTES));
  }

  /// A workspace id from its raw bytes.
  public static WorkspaceId of(byte[] bytes) {
    return new WorkspaceId(Octets.of(bytes));
  }

  /// Reads what [#toString] wrote.
  ///
  /// @throws IllegalArgumentException if `hex` does not spell 16 bytes
  public static WorkspaceId parse(String hex) {
    return new WorkspaceId(Octets.parse(hex));
  }

  /// A copy of the raw bytes.
  public byte[] bytes() {
    return hash.bytes();
  }

  @Override
  public int compareTo(WorkspaceId other) {
    return hash.compareTo(other.hash);
  }

  /// 32 hexadecimal digits.
  @Override
  public String toString() {
    return hash.toString();
  }
}
