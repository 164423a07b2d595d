package dev.flotilla.app.tour;

import dev.flotilla.app.cli.print.Output;
import java.nio.file.Path;

final class TourPictures implements AutoCloseable {
  static TourPictures start(Path folder, Output output) {
    return new TourPictures();
  }

  void chooser(Machine machine, String file) {}

  void flags(Machine machine, String file) {}

  void editor(Machine machine, String flag, String file) {}

  void conflict(Machine machine, String file) {}

  void peers(Machine machine, String file) {}

  void tell(Story story) {}

  @Override
  public void close() {}
}
