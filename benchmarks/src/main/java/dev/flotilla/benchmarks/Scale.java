package dev.flotilla.benchmarks;

/// What figures count, and in which unit they read well.
enum Scale {
  NANOSECONDS {
    @Override
    Unit unit(double largest) {
      if (largest < 1e4) {
        return new Unit("ns", 1);
      }
      return largest < 1e7 ? new Unit("µs", 1e3) : new Unit("ms", 1e6);
    }
  },

  BYTES {
    @Override
    Unit unit(double largest) {
      return new Unit("bytes", 1);
    }
  };

  /// The unit for a line whose largest figure is this one: at most four digits of time.
  abstract Unit unit(double largest);

  /// @param size in units of the scale
  record Unit(String symbol, double size) {}
}
