package dev.flotilla.app.desktop.targeting;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Dialog;
import dev.flotilla.app.desktop.control.FormField;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Asks which share of which tag set gets which variant. Everything but the tag set has an answer
/// already, so choosing one and confirming is enough.
final class QuickTargetDialog {
  private static final double SHORT = 136;
  private static final double LIST_HEIGHT = 132;
  private static final int SEARCH_FROM = 12;
  private static final int SHOWN_MAX = 60;

  private final TargetingForm form;
  private final Texts texts;
  private final Runnable onClose;
  private final Slider percent = new Slider(1, 100, 10);
  private final ComboBox<String> variant;
  private final ComboBox<Optional<String>> others;
  private final AttributeField attribute;
  private final CheckBox turnOn = new CheckBox();
  private final Label sentence = Labels.wrapped("", "quick-sentence");
  private final Button confirm;
  private final FlowPane choices = new FlowPane(Space.TIGHT, Space.TIGHT);
  private final ToggleGroup group = new ToggleGroup();
  private String tagSet = "";
  private String by;

  QuickTargetDialog(TargetingForm form, Texts texts, List<String> attributes, Runnable onClose) {
    this.form = form;
    this.texts = texts;
    this.onClose = onClose;
    this.by = attributes.isEmpty() ? KnownAttributes.SUBJECT : attributes.getFirst();
    List<String> variants = form.variants();
    Optional<String> usual = form.settingProperty().get().defaultVariant();
    String first =
        variants.stream()
            .filter(each -> usual.filter(each::equals).isEmpty())
            .reduce((_, last) -> last)
            .orElseGet(() -> variants.isEmpty() ? "" : variants.getFirst());
    variant = Options.box("quick-variant", texts.of("targeting.variant"), variants, first, v -> v);
    List<Optional<String>> rest = new ArrayList<>();
    variants.forEach(each -> rest.add(Optional.of(each)));
    rest.add(Optional.empty());
    others =
        Options.box(
            "quick-others",
            texts.of("targeting.quick.others"),
            rest,
            usual,
            new RuleWords(texts)::variant);
    attribute =
        new AttributeField(
                "quick-attribute",
                texts.of("targeting.attribute"),
                () -> attributes,
                typed -> {
                  by = typed;
                  tell();
                })
            .showing(by);
    confirm = Buttons.primary("quick-confirm", texts.of("targeting.quick.confirm"));
  }

  Dialog build() {
    Options.then(variant, _ -> tell());
    Options.then(others, _ -> tell());
    percent.setId("quick-percent");
    percent.setAccessibleText(texts.of("targeting.share"));
    percent.setBlockIncrement(1);
    percent.valueProperty().addListener((_, _, _) -> tell());
    HBox.setHgrow(percent, Priority.ALWAYS);
    Label number = Labels.of("", "strong");
    number.setMinWidth(48);
    number.setAlignment(Pos.CENTER_RIGHT);
    number
        .textProperty()
        .bind(percent.valueProperty().map(_ -> new RuleWords(texts).percent(hundredths())));
    HBox share = new HBox(Space.MEDIUM, percent, number);
    share.setAlignment(Pos.CENTER_LEFT);
    confirm.setOnAction(_ -> confirm());
    Button cancel = Buttons.plain("quick-cancel", texts.of("dialog.cancel"));
    cancel.setOnAction(_ -> onClose.run());
    List.of(variant, others)
        .forEach(box -> {
          box.setMaxWidth(Double.MAX_VALUE);
          box.setPrefWidth(SHORT);
        });
    HBox row =
        new HBox(
            Space.MEDIUM,
            wide(new FormField(texts.of("targeting.quick.get"), variant)),
            wide(new FormField(texts.of("targeting.quick.others"), others)),
            new FormField(texts.of("targeting.quick.by"), attribute));
    attribute.setPrefWidth(SHORT);
    turnOn.setId("quick-turn-on");
    turnOn.setText(texts.of("targeting.quick.turnOn", form.environment()));
    turnOn.setAccessibleText(turnOn.getText());
    turnOn.setSelected(!form.settingProperty().get().enabled());
    turnOn.setVisible(turnOn.isSelected());
    turnOn.setManaged(turnOn.isSelected());
    int rules = form.draftProperty().get().rules().size();
    Label first = Labels.wrapped(texts.of("targeting.quick.first", rules), "field-hint");
    first.setVisible(rules > 0);
    first.setManaged(rules > 0);
    tell();
    Dialog dialog =
        new Dialog(
                "quick-target",
                texts.of("targeting.quick.title", form.environment()),
                texts.of("dialog.close"),
                onClose)
            .content(
                new FormField(texts.of("targeting.quick.tagSet"), tagSets()),
                new FormField(texts.of("targeting.share"), share),
                row,
                turnOn,
                new VBox(Space.TIGHT, sentence, first))
            .buttons(cancel, confirm);
    dialog.getStyleClass().add("dialog-medium");
    return dialog;
  }

  private static Node wide(FormField field) {
    HBox.setHgrow(field, Priority.ALWAYS);
    return field;
  }

  /// What gets the keyboard when the dialog opens.
  Node first() {
    return choices.getChildren().isEmpty() ? confirm : choices.getChildren().getFirst();
  }

  private Node tagSets() {
    Map<String, Integer> sizes = form.tagSets();
    if (sizes.isEmpty()) {
      return Labels.wrapped(texts.of("targeting.quick.noTagSets"), "soft");
    }
    Consumer<String> offer = wanted -> offer(sizes, wanted);
    offer.accept("");
    ScrollPane scroll = new ScrollPane(choices);
    scroll.setFitToWidth(true);
    scroll.setMaxHeight(LIST_HEIGHT);
    scroll.setFocusTraversable(false);
    VBox box = new VBox(Space.SMALL);
    if (sizes.size() >= SEARCH_FROM) {
      TextField search = new TextField();
      search.setId("quick-search");
      search.setPromptText(texts.of("targeting.quick.search"));
      search.setAccessibleText(texts.of("targeting.quick.search"));
      search.textProperty().addListener((_, _, typed) -> offer.accept(typed.strip()));
      box.getChildren().add(search);
    }
    box.getChildren().add(scroll);
    return box;
  }

  private void offer(Map<String, Integer> sizes, String wanted) {
    choices
        .getChildren()
        .setAll(
            sizes.entrySet().stream()
                .filter(each ->
                    each.getKey()
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted.toLowerCase(Locale.ROOT)))
                .limit(SHOWN_MAX)
                .map(each -> choice(each.getKey(), each.getValue()))
                .toList());
  }

  private Node choice(String key, int size) {
    ToggleButton button = new ToggleButton(texts.of("targeting.tagSet.sized", key, size));
    button.setId("quick-tagset-" + key);
    button.setAccessibleText(texts.of("targeting.tagSet.sized", key, size));
    button.getStyleClass().setAll("button", "push", "compact", "quick-choice");
    button.setToggleGroup(group);
    button.setSelected(key.equals(tagSet));
    button.setOnAction(_ -> {
      button.setSelected(true);
      tagSet = key;
      tell();
    });
    return button;
  }

  private int hundredths() {
    return (int) Math.round(percent.getValue()) * 100;
  }

  private QuickTarget target() {
    return new QuickTarget(tagSet, by, hundredths(), variant.getValue(), others.getValue());
  }

  private void tell() {
    boolean ready = !tagSet.isEmpty() && !by.isEmpty() && variant.getValue() != null;
    confirm.setDisable(!ready);
    sentence.setText(
        ready ? target().sentence(form.environment(), texts) : texts.of("targeting.quick.choose"));
  }

  private void confirm() {
    form.target(target().rule(), turnOn.isSelected());
    onClose.run();
  }
}
