package dev.flotilla.simulation;

/// Something that happens to a world at a certain moment, whatever else does. Times are
/// milliseconds since the world began; machines are numbers. As text, each is the Java that makes
/// it.
public sealed interface Happening {
  /// When.
  long at();

  /// Somebody edits: which edit it is follows from the seed and what the machine has then.
  record Edit(long at, int machine, long seed) implements Happening {}

  /// A machine is switched off properly and on again.
  record Stop(long at, int machine, long millis) implements Happening {}

  /// The process is killed and started again.
  record Kill(long at, int machine, long millis) implements Happening {}

  /// The power fails and comes back.
  record PowerLoss(long at, int machine, long millis) implements Happening {}

  /// The machine goes down in the middle of a write, after so many more, and comes back.
  record DieWriting(long at, int machine, int writes, long millis) implements Happening {}

  /// The disk is full.
  record DiskFull(long at, int machine, long millis) implements Happening {}

  /// The disk gets what it held at an earlier moment: a virtual machine is rolled back.
  record RollBack(long at, int machine, long to, long millis) implements Happening {}

  /// The disk is copied to another machine, which from then on has the same device: a virtual
  /// machine is cloned. Nothing tells the copy from the original.
  ///
  /// @param as the number of the machine that comes into being; unused so far
  record Clone(long at, int machine, int as, long millis) implements Happening {}

  /// The clock is set.
  record ClockSet(long at, int machine, long aheadMillis, long gainsPpm) implements Happening {}

  /// Nothing gets from one machine to another, though it may the other way.
  record Silence(long at, int from, int to, long millis) implements Happening {}

  /// The machines up to and without `border` and the others cannot reach each other.
  record Partition(long at, int border, long millis) implements Happening {}

  /// Leaves what is deleted everywhere to the log.
  ///
  /// @param millis how long a planted mistake waits between looking and taking away
  record Clean(long at, int machine, long millis) implements Happening {}

  /// All connections between two machines break.
  record Cut(long at, int one, int other) implements Happening {}

  /// A machine sends and receives at so many bytes a second.
  record Slow(long at, int machine, long bytesPerSecond, long millis) implements Happening {}

  /// The network is as bad as that for a while, for everybody.
  record Storm(long at, Weather weather, long millis) implements Happening {}
}
