package dev.flotilla.benchmarks;

import java.util.List;
import java.util.stream.Stream;

/// All lines of the table, in its order.
final class Rows {

  private Rows() {}

  static List<Row> all() {
    return Stream.of(
            SetRows.rows(),
            ValueRows.rows(),
            MapRows.rows(),
            JoinRows.rows(),
            VectorRows.rows(),
            CodecRows.rows(),
            FleetRows.rows(),
            StructureRows.rows())
        .flatMap(List::stream)
        .toList();
  }

  static Row named(String name) {
    return all().stream().filter(row -> row.name().equals(name)).findFirst().orElseThrow();
  }
}
