package dev.flotilla.net.node;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.net.change.ChangeVerifier;
import dev.flotilla.net.change.Signatory;
import dev.flotilla.net.identity.DeviceIdentity;
import dev.flotilla.net.store.StoreFiles;
import dev.flotilla.net.store.StoreIdentity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;

/// What tests with single engines over databases need: no threads, no network.
abstract class EnginesTest {
  @TempDir Path folder;
  final Random random = new Random(7);

  /// @param name of the database
  Engine open(String name, StoreIdentity identity, Surroundings around) throws Exception {
    var files = new StoreFiles(InstantSource.system(), random);
    return Engine.open(files.create(folder.resolve(name + ".db"), identity), around);
  }

  /// A new device.
  final Surroundings surroundings(String name) throws Exception {
    return surroundings(name, ChangeVerifier.ED25519);
  }

  final Surroundings surroundings(String name, ChangeVerifier verifier) throws Exception {
    var identity = DeviceIdentity.loadOrCreate(Files.createDirectory(folder.resolve(name)));
    var device = new Signatory(identity.key(), identity::sign);
    return new Surroundings(device, name, InstantSource.system(), random, verifier);
  }

  final ReplicaId fresh() {
    return ReplicaId.random(random);
  }
}
