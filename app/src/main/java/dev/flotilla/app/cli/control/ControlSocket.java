package dev.flotilla.app.cli.control;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Where the control socket of a home is: `control.sock` in the home. A path that is too long for
/// the system's socket addresses is replaced by one in a private folder for temporary files, named
/// by a hash of the home.
final class ControlSocket {
  private ControlSocket() {}

  static Path of(Path home) {
    Path inHome = home.resolve("control.sock");
    return fits(inHome) ? inHome : runtimeFolder().resolve(nameFor(home));
  }

  /// As [#of], and sees to it that the folder exists and belongs to this user alone.
  static Path prepare(Path home) throws IOException {
    Path socket = of(home);
    if (!fits(home.resolve("control.sock"))) {
      makePrivate(runtimeFolder());
    }
    return socket;
  }

  private static boolean fits(Path path) {
    return path.toString().getBytes(StandardCharsets.UTF_8).length
        <= ControlLimits.SOCKET_PATH_BYTES_MAX;
  }

  private static Path runtimeFolder() {
    return Path.of(
        System.getProperty("java.io.tmpdir", "/tmp"),
        "flotilla-".concat(System.getProperty("user.name", "user")));
  }

  private static String nameFor(Path home) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(home.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8).concat(".sock");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void makePrivate(Path folder) throws IOException {
    if (!posix(folder)) {
      Files.createDirectories(folder);
      return;
    }
    var ownerOnly = PosixFilePermissions.fromString("rwx------");
    try {
      Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(ownerOnly));
    } catch (FileAlreadyExistsException e) {
      // Others may write to the parent: trust nothing about a folder that was already there.
      boolean ours =
          Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
              && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS)
                  .equals(Files.getOwner(Path.of(System.getProperty("user.home", "."))))
              && Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS).equals(ownerOnly);
      if (!ours) {
        throw new IOException(folder + " is not private to this user", e);
      }
    }
  }

  /// Makes the socket usable by its owner alone, where the system knows such rights.
  static void restrict(Path socket) throws IOException {
    if (posix(socket)) {
      Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
    }
  }

  private static boolean posix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
