package dev.flotilla.app.cli.command;

import dev.flotilla.net.discovery.DiscoveryMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/// The options that every command takes, before or after its name.
public final class CommonOptions {
  static final int PORT_MAX = 65_535;

  @Option(
      names = "--home",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "The folder that holds all files of one profile.")
  private @Nullable Path home;

  @Option(
      names = "--workspace",
      paramLabel = "NAME|ID",
      scope = ScopeType.INHERIT,
      description = "Which workspace; needed only if the home has several.")
  private @Nullable String workspace;

  @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print the result as JSON.")
  private boolean json;

  @Option(
      names = "--port",
      paramLabel = "N",
      scope = ScopeType.INHERIT,
      converter = PortConverter.class,
      description = "Where to listen for peers; 0 takes any free port (default).")
  private int port;

  @Option(
      names = "--discovery",
      paramLabel = "off|loopback|on",
      scope = ScopeType.INHERIT,
      converter = DiscoveryConverter.class,
      description = "Find peers by mDNS: not at all, on this machine, in the network (default).")
  private DiscoveryMode discovery = DiscoveryMode.ON;

  @Option(
      names = "--peer",
      paramLabel = "HOST:PORT",
      scope = ScopeType.INHERIT,
      description = "Also connect to this address; may be repeated.")
  private List<String> peers = new ArrayList<>();

  @Option(
      names = "--device-name",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description = "What others see this device as; the host's name by default.")
  private @Nullable String deviceName;

  public @Nullable Path home() {
    return home;
  }

  public @Nullable String workspace() {
    return workspace;
  }

  public boolean json() {
    return json;
  }

  public int port() {
    return port;
  }

  public DiscoveryMode discovery() {
    return discovery;
  }

  public List<String> peers() {
    return List.copyOf(peers);
  }

  public @Nullable String deviceName() {
    return deviceName;
  }

  /// A TCP port, 0 for any.
  static final class PortConverter implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= PORT_MAX) {
        return Integer.parseInt(text);
      }
      throw new TypeConversionException(
          "'" + text + "' is no port; it takes a number from 0 to " + PORT_MAX);
    }
  }

  /// The name of a mode in lower case.
  static final class DiscoveryConverter implements ITypeConverter<DiscoveryMode> {
    @Override
    public DiscoveryMode convert(String text) {
      for (DiscoveryMode mode : DiscoveryMode.values()) {
        if (mode.name().toLowerCase(Locale.ROOT).equals(text)) {
          return mode;
        }
      }
      throw new TypeConversionException("'" + text + "' is none of off, loopback, on");
    }
  }
}
