package dev.flotilla.app.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;

/// Writes a file at once: an application may read it at any moment and must never see half of it.
public final class FileWriting {
  private FileWriting() {}

  /// Makes `target` hold this text.
  ///
  /// @throws NotDirectoryException if the folder that it shall stand in is not there
  public static void write(Path target, String text) throws IOException {
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      Files.writeString(target, text);
      return;
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
      Files.writeString(draft, text);
      if (isThere) {
        permissions(file, draft);
      }
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void permissions(Path from, Path to) throws IOException {
    var view = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    if (view != null) {
      Files.setPosixFilePermissions(to, view.readAttributes().permissions());
    }
  }
}
