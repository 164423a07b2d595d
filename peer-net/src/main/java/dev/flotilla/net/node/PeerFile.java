package dev.flotilla.net.node;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.flotilla.model.DeviceId;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.PeerAddress;
import dev.flotilla.net.transport.AddressBook;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/// Where peers were reached, and which addresses a person typed: the file `peers` in the home. One
/// line each, `workspace device host:port` or `manual host:port`, newest last; news are appended,
/// and opening the file tidies it.
///
/// Hints only: a line that cannot be read is left out, a file that cannot be written is said in the
/// log.
final class PeerFile implements AddressBook {
  private static final String NAME = "peers";
  private static final String MANUAL = "manual";
  private static final int LINES_KEPT = 512;
  private static final int ADDRESSES_PER_DEVICE = 4;

  private final Path file;
  private final ConcurrentLinkedDeque<Line> lines = new ConcurrentLinkedDeque<>();

  /// Lines that the file has beyond those that count.
  private int appended;

  record Line(Optional<WorkspaceId> workspace, Optional<DeviceId> device, PeerAddress address) {
    /// What a person typed is no device's.
    boolean isOfSameDevice(Line other) {
      return device.isPresent() && device.equals(other.device) && workspace.equals(other.workspace);
    }

    @Override
    public String toString() {
      return workspace.isPresent() && device.isPresent()
          ? workspace.get() + " " + device.get() + " " + address
          : MANUAL + " " + address;
    }
  }

  private PeerFile(Path file) {
    this.file = file;
  }

  static PeerFile open(Path home) {
    var book = new PeerFile(home.resolve(NAME));
    book.load();
    return book;
  }

  /// The addresses that a person typed.
  List<PeerAddress> manual() {
    return lines.stream()
        .filter(line -> line.device().isEmpty())
        .map(Line::address)
        .distinct()
        .toList();
  }

  void addManual(PeerAddress address) {
    add(new Line(Optional.empty(), Optional.empty(), address));
  }

  @Override
  public Map<DeviceId, List<PeerAddress>> of(WorkspaceId workspace) {
    var found = new TreeMap<DeviceId, List<PeerAddress>>();
    lines
        .descendingIterator()
        .forEachRemaining(line -> {
          if (line.workspace().filter(workspace::equals).isPresent()) {
            var known = found.computeIfAbsent(line.device().orElseThrow(), _ -> new ArrayList<>());
            if (known.size() < ADDRESSES_PER_DEVICE) {
              known.add(line.address());
            }
          }
        });
    return found;
  }

  @Override
  public void remember(WorkspaceId workspace, DeviceId device, PeerAddress address) {
    add(new Line(Optional.of(workspace), Optional.of(device), address));
  }

  /// The device of this workspace that was reached last.
  Optional<DeviceId> newest(WorkspaceId workspace) {
    DeviceId newest = null;
    for (var line : lines) {
      if (line.workspace().filter(workspace::equals).isPresent()) {
        newest = line.device().orElse(newest);
      }
    }
    return Optional.ofNullable(newest);
  }

  private synchronized void add(Line line) {
    if (line.equals(lines.peekLast())) {
      return;
    }
    lines.remove(line);
    lines.addLast(line);
    forgetOldest(line);
    try {
      if (++appended > LINES_KEPT) {
        tidy();
      } else {
        Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      }
    } catch (IOException e) {
      complain(e);
    }
  }

  /// No device keeps the addresses of others out, however often it comes from another port.
  private void forgetOldest(Line added) {
    var kept = 0;
    for (var newest = lines.descendingIterator(); newest.hasNext(); ) {
      if (newest.next().isOfSameDevice(added) && ++kept > ADDRESSES_PER_DEVICE) {
        newest.remove();
      }
    }
    while (lines.size() > LINES_KEPT) {
      lines.removeFirst();
    }
  }

  private void load() {
    if (!Files.exists(file)) {
      return;
    }
    try {
      SequencedSet<Line> kept = new LinkedHashSet<>();
      for (var text : new String(Files.readAllBytes(file), UTF_8).lines().toList()) {
        parse(text).ifPresent(kept::addLast); // an older one of the same moves to the end
      }
      for (var line : kept) {
        lines.addLast(line);
        forgetOldest(line);
      }
      tidy();
    } catch (IOException e) {
      complain(e);
    }
  }

  private void tidy() throws IOException {
    var fresh = file.resolveSibling(NAME + ".new");
    Files.write(fresh, lines.stream().map(Line::toString).toList());
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    appended = 0;
  }

  static Optional<Line> parse(String text) {
    var words = text.strip().split(" ", -1);
    try {
      if (words.length == 2 && words[0].equals(MANUAL)) {
        return Optional.of(
            new Line(Optional.empty(), Optional.empty(), PeerAddress.parse(words[1])));
      }
      return words.length == 3
          ? Optional.of(
              new Line(
                  Optional.of(WorkspaceId.parse(words[0])),
                  Optional.of(DeviceId.parse(words[1])),
                  PeerAddress.parse(words[2])))
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private void complain(IOException e) {
    System.getLogger(PeerFile.class.getName())
        .log(Level.WARNING, "Peers are not remembered in {0}: {1}", file, Reasons.of(e));
  }
}
