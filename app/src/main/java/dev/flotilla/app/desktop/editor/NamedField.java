package dev.flotilla.app.desktop.editor;

import dev.flotilla.app.desktop.form.FieldModel;
import dev.flotilla.crdt.Dot;
import java.util.SortedSet;

/// A field with the name under which the form lists it: a variant or a metadata entry.
record NamedField(String name, FieldModel<SortedSet<Dot>> field) {}
