package dev.flotilla.app.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.function.DoublePredicate;

/// Writes a file at once: an application may read it at any moment and must never see half of it.
public final class FileWriting {
  private static final int CHARS_AT_ONCE = 1 << 20;

  private FileWriting() {}

  /// Makes `target` hold this text.
  ///
  /// @throws NotDirectoryException if the folder that it shall stand in is not there
  public static void write(Path target, String text) throws IOException {
    write(target, text, _ -> true);
  }

  /// The same, unless somebody stops it; then `target` is what it was.
  ///
  /// @param on is told how much is written, between 0 and 1, and says whether to go on
  /// @return whether it was not stopped
  /// @throws NotDirectoryException if the folder that it shall stand in is not there
  public static boolean write(Path target, String text, DoublePredicate on) throws IOException {
    return write(target, draft -> draft(draft, text, on));
  }

  /// Makes `target` hold these bytes.
  ///
  /// @throws NotDirectoryException if the folder that it shall stand in is not there
  public static void write(Path target, byte[] bytes) throws IOException {
    write(
        target,
        draft -> {
          Files.write(draft, bytes);
          return true;
        });
  }

  private interface Drafting {
    /// Whether it was not stopped.
    boolean into(Path draft) throws IOException;
  }

  private static boolean write(Path target, Drafting content) throws IOException {
    // A pipe, say, or a folder, which refuses.
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      return content.into(target);
    }
    Path folder = target.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw new NotDirectoryException(folder.toString());
    }
    // A link stays a link, and who may read the file may read it afterwards.
    boolean isThere = Files.exists(target);
    Path file = isThere ? target.toRealPath() : target;
    Path draft = file.resolveSibling("." + file.getFileName() + ".flotilla");
    try {
      if (!content.into(draft)) {
        return false;
      }
      if (isThere) {
        permissions(file, draft);
      }
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
      return true;
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static boolean draft(Path draft, String text, DoublePredicate on) throws IOException {
    try (var writer = Files.newBufferedWriter(draft)) {
      for (int from = 0; from < text.length(); from += CHARS_AT_ONCE) {
        if (!on.test((double) from / text.length())) {
          return false;
        }
        writer.write(text, from, Math.min(CHARS_AT_ONCE, text.length() - from));
      }
    }
    return on.test(1);
  }

  private static void permissions(Path from, Path to) throws IOException {
    var view = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    if (view != null) {
      Files.setPosixFilePermissions(to, view.readAttributes().permissions());
    }
  }
}
