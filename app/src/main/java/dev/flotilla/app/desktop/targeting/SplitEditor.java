package dev.flotilla.app.desktop.targeting;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.openfeature.targeting.Outcome.Seed;
import dev.flotilla.openfeature.targeting.Outcome.Share;
import dev.flotilla.openfeature.targeting.Outcome.Split;
import dev.flotilla.openfeature.targeting.Percent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A percentage split: a bar to scale, and for each share its variant, a slider and a number. The
/// shares always add up to 100 %: the others make room.
final class SplitEditor extends VBox {
  private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
  private static final double VARIANT_WIDTH = 136;
  private static final double NUMBER_WIDTH = 64;

  private final FormContext context;
  private final Consumer<Split> onEdit;
  private final SplitBar bar;
  private final VBox rows = new VBox(Space.TIGHT);
  private final List<Slider> sliders = new ArrayList<>();
  private final List<TextField> numbers = new ArrayList<>();
  private Split split;
  private List<Integer> percents;
  private boolean showing;

  SplitEditor(FormContext context, Split split, Consumer<Split> onEdit) {
    super(Space.SMALL);
    this.context = context;
    this.onEdit = onEdit;
    this.split = split;
    this.percents = Percent.of(split.shares());
    this.bar =
        new SplitBar(
            context.id() + "-bar",
            context.words(),
            (border, at) -> setPercents(Percent.moveBorder(percents, border, at)));
    getChildren().addAll(bar, rows, foot());
    rebuild();
  }

  private void rebuild() {
    sliders.clear();
    numbers.clear();
    rows.getChildren().clear();
    for (int at = 0; at < split.shares().size(); at++) {
      rows.getChildren().add(row(at));
    }
    showPercents();
  }

  private Node row(int at) {
    String part = context.id() + "-share-" + (at + 1);
    Region swatch = new Region();
    swatch.getStyleClass().addAll("swatch", SplitBar.hue(at).styleClass());
    List<Optional<String>> choices = new ArrayList<>();
    context.form().variants().forEach(variant -> choices.add(Optional.of(variant)));
    choices.add(Optional.empty());
    var chosen = split.shares().get(at).variant();
    if (!choices.contains(chosen)) {
      choices.addFirst(chosen);
    }
    ComboBox<Optional<String>> variant =
        Options.box(
            part + "-variant",
            context.texts().of("targeting.variant"),
            choices,
            chosen,
            context.words()::variant);
    variant.setMinWidth(VARIANT_WIDTH);
    variant.setPrefWidth(VARIANT_WIDTH);
    Options.then(variant, now -> setShare(at, new Share(now, split.shares().get(at).weight())));
    Slider slider = new Slider(0, 100, 0);
    slider.setId(part + "-slider");
    slider.setAccessibleText(context.texts().of("targeting.share"));
    slider.setBlockIncrement(1);
    HBox.setHgrow(slider, Priority.ALWAYS);
    slider
        .valueProperty()
        .addListener((_, _, now) -> {
          if (!showing) {
            setPercents(Percent.set(percents, at, (int) Math.round(now.doubleValue()) * 100));
          }
        });
    sliders.add(slider);
    HBox row =
        new HBox(Space.SMALL, swatch, variant, slider, number(part, at), Labels.of("%", "soft"));
    row.setAlignment(Pos.CENTER_LEFT);
    Button remove =
        Buttons.icon(part + "-remove", Feather.X, context.texts().of("targeting.share.remove"));
    remove.setDisable(split.shares().size() < 2);
    remove.setOnAction(_ -> remove(at));
    row.getChildren().add(remove);
    return row;
  }

  private TextField number(String part, int at) {
    TextField number = new TextField();
    number.setId(part + "-percent");
    number.setAccessibleText(context.texts().of("targeting.share"));
    number.setPrefWidth(NUMBER_WIDTH);
    number.setMinWidth(NUMBER_WIDTH);
    number.setAlignment(Pos.CENTER_RIGHT);
    number
        .textProperty()
        .addListener((_, _, typed) -> {
          if (!showing) {
            Optional<Integer> percent = percent(typed);
            number.pseudoClassStateChanged(DANGER, percent.isEmpty());
            percent.ifPresent(now -> setPercents(Percent.set(percents, at, now)));
          }
        });
    number
        .focusedProperty()
        .subscribe(focused -> {
          if (!focused) {
            number.pseudoClassStateChanged(DANGER, false);
            showPercents();
          }
        });
    numbers.add(number);
    return number;
  }

  private static Optional<Integer> percent(String typed) {
    String plain = typed.strip().replace("%", "").strip().replace(',', '.');
    if (!plain.matches("\\d{1,3}(\\.\\d{0,2})?")) {
      return Optional.empty();
    }
    int hundredths =
        new BigDecimal(plain.endsWith(".") ? plain + "0" : plain)
            .movePointRight(2)
            .setScale(0, RoundingMode.HALF_UP)
            .intValueExact();
    return hundredths <= Percent.WHOLE ? Optional.of(hundredths) : Optional.empty();
  }

  private Node foot() {
    Button add =
        Buttons.quiet(
            context.id() + "-add-share", "+ " + context.texts().of("targeting.share.add"));
    add.setOnAction(_ -> add());
    AttributeField attribute =
        new AttributeField(
                context.id() + "-seed",
                context.texts().of("targeting.seed.attribute"),
                context.attributes(),
                this::seedBy)
            .showing(split.seed().attribute().orElse(KnownAttributes.SUBJECT));
    attribute.setPrefWidth(VARIANT_WIDTH);
    CheckBox perFlag = new CheckBox(context.texts().of("targeting.seed.perFlag"));
    perFlag.setId(context.id() + "-per-flag");
    perFlag.setAccessibleText(context.texts().of("targeting.seed.perFlag"));
    perFlag.setSelected(split.seed().perFlag());
    perFlag
        .selectedProperty()
        .addListener((_, _, now) -> {
          Seed seed = split.seed();
          String by = seed.attribute().orElse(KnownAttributes.SUBJECT);
          edit(
              new Split(
                  now && by.equals(KnownAttributes.SUBJECT)
                      ? Seed.SUBJECT
                      : new Seed(Optional.of(by), now),
                  split.shares()));
        });
    HBox seed =
        new HBox(
            Space.SMALL,
            Labels.of(context.texts().of("targeting.seed"), "soft", "small"),
            attribute,
            perFlag);
    seed.setAlignment(Pos.CENTER_LEFT);
    return new VBox(Space.SMALL, add, seed);
  }

  private void seedBy(String attribute) {
    if (attribute.isEmpty()) {
      return;
    }
    boolean perFlag = split.seed().perFlag();
    edit(
        new Split(
            perFlag ? Seed.of(attribute) : new Seed(Optional.of(attribute), false),
            split.shares()));
  }

  private void add() {
    var unused = new ArrayList<Optional<String>>();
    context.form().variants().forEach(variant -> unused.add(Optional.of(variant)));
    split.shares().forEach(share -> unused.remove(share.variant()));
    var shares = new ArrayList<>(split.shares());
    shares.add(new Share(unused.isEmpty() ? Optional.empty() : unused.getFirst(), 0));
    edit(new Split(split.seed(), shares));
    rebuild();
  }

  private void remove(int at) {
    var shares = new ArrayList<>(split.shares());
    shares.remove(at);
    edit(new Split(split.seed(), Percent.shares(shares, Percent.of(shares))));
    rebuild();
  }

  private void setShare(int at, Share share) {
    var shares = new ArrayList<>(split.shares());
    shares.set(at, share);
    edit(new Split(split.seed(), shares));
    showPercents();
  }

  private void setPercents(List<Integer> newest) {
    if (!newest.equals(percents)) {
      edit(new Split(split.seed(), Percent.shares(split.shares(), newest)));
      showPercents();
    }
  }

  private void edit(Split edited) {
    split = edited;
    percents = Percent.of(edited.shares());
    onEdit.accept(edited);
  }

  private void showPercents() {
    showing = true;
    bar.show(split.shares(), percents);
    for (int at = 0; at < numbers.size(); at++) {
      sliders.get(at).setValue(percents.get(at) / 100.0);
      if (!numbers.get(at).isFocused()) {
        numbers.get(at).setText(context.words().number(percents.get(at)));
      }
    }
    showing = false;
  }
}
