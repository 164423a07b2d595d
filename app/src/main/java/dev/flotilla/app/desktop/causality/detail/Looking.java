package dev.flotilla.app.desktop.causality.detail;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.Event;
import dev.flotilla.app.desktop.causality.model.CausalityModel;
import dev.flotilla.net.change.ChangeRef;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// Which changes somebody looks at, of a workspace or of a rehearsal.
///
/// @param history the changes that there are
/// @param selected the one that is looked at; null for none
/// @param compared the one that it is compared with; null for none
/// @param headlines what a change is called
public record Looking(
    ObservableValue<CausalHistory> history,
    ObjectProperty<@Nullable ChangeRef> selected,
    ObjectProperty<@Nullable ChangeRef> compared,
    Function<Event, String> headlines) {
  /// What a window looks at.
  public static Looking at(CausalityModel model) {
    return new Looking(
        model.historyProperty(),
        model.selectedProperty(),
        model.comparedProperty(),
        model::headline);
  }
}
