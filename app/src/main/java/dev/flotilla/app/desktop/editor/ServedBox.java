package dev.flotilla.app.desktop.editor;

import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.text.Values;
import dev.flotilla.model.Flag;
import dev.flotilla.model.FlagType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;

/// The choice of what a flag serves in an environment without a rule.
final class ServedBox {
  private ServedBox() {}

  static ComboBox<Optional<String>> of(
      String id, EnvironmentForm form, ObservableValue<Flag> flag, Texts texts) {
    ComboBox<Optional<String>> combo = new ComboBox<>();
    combo.setId(id);
    combo.setAccessibleText(texts.of("editor.serves", form.name()));
    combo.setTooltip(new Tooltip(texts.of("editor.serves", form.name())));
    combo.setMinWidth(0);
    Map<String, String> values = new HashMap<>();
    // The toolkit asks this for what is read aloud and for typing ahead.
    combo.setConverter(
        new Choices<>(choice -> choice.orElseGet(() -> texts.of("flags.codeDefault"))));
    combo.setCellFactory(_ -> VariantCell.inList(values, texts));
    combo.setButtonCell(VariantCell.inBox(values, texts));
    flag.subscribe(now -> {
      Map<String, String> newest = briefly(now);
      if (!newest.equals(values)) {
        values.clear();
        values.putAll(newest);
        combo.setButtonCell(VariantCell.inBox(values, texts));
      }
      offer(combo, now);
      combo.setValue(now.setting(form.name()).defaultVariant());
    });
    combo.setOnAction(_ -> {
      if (combo.getValue() != null) {
        form.serve(combo.getValue());
      }
    });
    return combo;
  }

  private static Map<String, String> briefly(Flag flag) {
    Map<String, String> values = new HashMap<>();
    if (flag.type() != FlagType.OBJECT) {
      flag.variants().forEach((variant, value) -> values.put(variant, Values.brief(value)));
    }
    return values;
  }

  private static void offer(ComboBox<Optional<String>> combo, Flag flag) {
    List<Optional<String>> choices = new ArrayList<>();
    flag.variants().keySet().forEach(variant -> choices.add(Optional.of(variant)));
    choices.add(Optional.empty());
    if (!combo.getItems().equals(choices)) {
      combo.getItems().setAll(choices);
    }
  }
}
