package dev.flotilla.app.evidence;

import dev.flotilla.net.change.ChangeLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// Reads a ZIP file of anybody: never more than [#BYTES_MAX] are unpacked, nothing is written.
final class EvidenceZip {
  /// Of all files together, unpacked.
  static final long BYTES_MAX = 256L << 20;

  private static final int FILES_MAX = 4 * Evidence.CHAIN_MAX;
  private static final int FILE_MAX = 64 << 20;

  private EvidenceZip() {}

  /// The files by name.
  ///
  /// @throws IOException with a sentence, if it is none, is too large, or names a file twice
  static Map<String, byte[]> read(Path file) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    long bytes = 0;
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] content = content(zip, entry.getName());
        bytes += content.length;
        if (bytes > BYTES_MAX || files.size() == FILES_MAX) {
          throw new IOException("There is too much in the file.");
        }
        if (files.put(entry.getName(), content) != null) {
          throw new IOException("The file has two of the name " + entry.getName() + ".");
        }
      }
    } catch (IllegalArgumentException e) {
      throw new IOException("The names in the file cannot be read.", e);
    }
    if (files.isEmpty()) {
      throw new IOException("This is no ZIP file, or an empty one.");
    }
    return files;
  }

  private static byte[] content(InputStream zip, String name) throws IOException {
    int most = name.endsWith(".change") ? ChangeLimits.CHANGE_BYTES : FILE_MAX;
    byte[] content = zip.readNBytes(most + 1);
    if (content.length > most) {
      throw new IOException(name + " in the file is too large.");
    }
    return content;
  }
}
