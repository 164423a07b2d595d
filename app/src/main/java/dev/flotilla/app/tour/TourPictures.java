package dev.flotilla.app.tour;

import dev.flotilla.app.cli.print.Output;
import dev.flotilla.app.desktop.WindowPictures;
import dev.flotilla.app.desktop.WindowPictures.View;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The pictures of the tour, where windows can be drawn. Where they cannot, the story is told
/// without them and says why.
final class TourPictures implements AutoCloseable {
  private final @Nullable WindowPictures windows;
  private final Path folder;
  private final String missing;

  private TourPictures(@Nullable WindowPictures windows, Path folder, String missing) {
    this.windows = windows;
    this.folder = folder;
    this.missing = missing;
  }

  static TourPictures start(Path folder, Output output) {
    try {
      return new TourPictures(WindowPictures.start(), folder, "");
    } catch (UnsupportedOperationException | UnsatisfiedLinkError e) {
      String reason = String.valueOf(e.getMessage());
      output.note(reason);
      return new TourPictures(null, folder, reason);
    }
  }

  void chooser(Machine machine, String file) {
    if (windows == null) {
      return;
    }
    try {
      windows.writeChooser(machine.node(), folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void flags(Machine machine, String file) {
    write(machine, View.FLAGS, file);
  }

  void editor(Machine machine, String flag, String file) {
    if (windows == null) {
      return;
    }
    try {
      windows.writeEditor(machine.node(), machine.replica().id(), flag, folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void conflict(Machine machine, String file) {
    write(machine, View.CONFLICT, file);
  }

  void peers(Machine machine, String file) {
    write(machine, View.PEERS, file);
  }

  void tell(Story story) {
    story.detail(
        windows == null ? "No pictures: " + missing : "Pictures of the windows are in " + folder);
  }

  @Override
  public void close() {
    if (windows != null) {
      windows.close();
    }
  }

  private void write(Machine machine, View view, String file) {
    if (windows == null) {
      return;
    }
    try {
      windows.write(machine.node(), machine.replica().id(), view, folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
