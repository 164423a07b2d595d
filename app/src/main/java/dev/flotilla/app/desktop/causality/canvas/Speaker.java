package dev.flotilla.app.desktop.causality.canvas;

import dev.flotilla.app.causality.Event;
import dev.flotilla.app.causality.layout.SpaceTime;
import dev.flotilla.app.desktop.text.Texts;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// What a screen reader says of a diagram, and of the change that is looked at.
record Speaker(Texts texts, MarkWords words) {
  /// @param disputed the places of marks that are in a conflict
  String all(SpaceTime diagram, BitSet disputed) {
    int changes = diagram.history().size();
    String all = texts.of("diagram.spoken", diagram.lanes().size(), changes);
    int marks = disputed.cardinality();
    return marks == 0 ? all : all + ", " + texts.of("diagram.spoken.disputed", marks);
  }

  /// @param compared -1 for none
  String one(SpaceTime diagram, int index, int compared, boolean isDisputed) {
    List<Event> events = diagram.history().events();
    Optional<Event> other = compared < 0 ? Optional.empty() : Optional.of(events.get(compared));
    String spoken = words.spoken(events.get(index), other);
    return isDisputed ? spoken + " " + texts.of("diagram.disputed.spoken") : spoken;
  }
}
