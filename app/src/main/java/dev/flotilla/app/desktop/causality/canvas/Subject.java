package dev.flotilla.app.desktop.causality.canvas;

import dev.flotilla.app.causality.layout.SpaceTime;
import dev.flotilla.app.desktop.text.Texts;

/// What is drawn.
///
/// @param light how everything stands to the event that is looked at
/// @param compared the index of the event that it is compared with; -1 for none
record Subject(
    SpaceTime diagram,
    Columns columns,
    Crossings crossings,
    Light light,
    int compared,
    EventWords words,
    Texts texts) {}
