package dev.flotilla.app.desktop.targeting;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.EmptyState;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.page.Frame;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Environment;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Flag;
import dev.flotilla.model.Workspace;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// The targeting of one flag, one environment at a time. What is edited in one stays while another
/// is looked at, and until the flag is come back to.
///
/// Thread: FX.
public final class TargetingSection extends BorderPane implements AutoCloseable {
  private static final int SEGMENTS_MAX = 5;

  private final WorkspaceModel model;
  private final String flag;
  private final Frame frame;
  private final Texts texts;
  private final Map<String, EnvironmentTargeting> shown = new LinkedHashMap<>();
  private final HBox choice = new HBox();
  private final Subscription subscription;
  private List<String> environments = List.of();
  private List<String> attributes = List.of(KnownAttributes.SUBJECT);
  private Optional<String> current = Optional.empty();

  public TargetingSection(WorkspaceModel model, String flag, Frame frame, Texts texts) {
    this.model = model;
    this.flag = flag;
    this.frame = frame;
    this.texts = texts;
    setId("targeting");
    getStyleClass().add("targeting");
    Button quick = Buttons.plain("targeting-quick", texts.of("targeting.quick"), Feather.PIE_CHART);
    quick.setOnAction(_ -> target());
    HBox bar = new HBox(Space.SMALL, choice, Regions.spring(), quick);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("targeting-bar");
    setTop(bar);
    List<Flag> flags = model.workspace().flags();
    model
        .ui()
        .background()
        .execute(() -> {
          List<String> found = KnownAttributes.of(flags);
          model.ui().execute(() -> attributes = found);
        });
    subscription = model.workspaceProperty().subscribe(this::arrived);
  }

  private void arrived(Workspace workspace) {
    List<String> names = workspace.environments().stream().map(Environment::name).toList();
    if (names.equals(environments) && getCenter() != null) {
      return;
    }
    environments = names;
    if (!model.timeTravel().isPast()) {
      // In the past an environment may only not be there yet: what is edited in it waits.
      shown.entrySet().removeIf(entry -> isGone(entry.getKey(), entry.getValue()));
    }
    if (names.isEmpty()) {
      setCenter(
          new EmptyState(
              Feather.LAYERS,
              texts.of("targeting.noEnvironment"),
              texts.of("targeting.noEnvironment.text")));
      choice.getChildren().clear();
      return;
    }
    show(
        current
            .filter(names::contains)
            .or(this::unsaved)
            .orElseGet(() -> first(workspace.environments())));
  }

  private boolean isGone(String environment, EnvironmentTargeting targeting) {
    boolean gone = !environments.contains(environment);
    if (gone) {
      close(targeting);
    }
    return gone;
  }

  private static void close(EnvironmentTargeting targeting) {
    targeting.release();
    targeting.form().close();
  }

  // What somebody has begun is what they come back for.
  private Optional<String> unsaved() {
    return model.drafts().of(EntityId.flag(flag)).stream()
        .map(FieldNames::environmentOfRules)
        .flatMap(Optional::stream)
        .filter(environments::contains)
        .findFirst();
  }

  // What is protected is what people come for.
  private static String first(List<Environment> environments) {
    return environments.stream()
        .filter(each -> each.isProtected() || each.name().startsWith("prod"))
        .findFirst()
        .orElseGet(environments::getLast)
        .name();
  }

  /// Shows the targeting in an environment.
  public void show(String environment) {
    current = Optional.of(environment);
    setCenter(shown.computeIfAbsent(environment, this::make));
    showChoice(environment);
  }

  /// Opens the form of a rule, counted from 1, in the environment that is shown.
  public void openRule(int place) {
    targeting()
        .ifPresent(now -> {
          var rules = now.form().draftProperty().get().rules();
          if (place >= 1 && place <= rules.size()) {
            now.rules().open(rules.get(place - 1).key());
          }
        });
  }

  /// Asks which share of which tag set is to get which variant in the environment that is shown.
  public void target() {
    targeting()
        .ifPresent(now -> {
          var dialog = new QuickTargetDialog(now.form(), texts, attributes, frame::closeDialog);
          var built = dialog.build();
          frame.show(built, dialog.first());
        });
  }

  private Optional<EnvironmentTargeting> targeting() {
    return current.map(shown::get);
  }

  private EnvironmentTargeting make(String environment) {
    return new EnvironmentTargeting(
        new TargetingForm(model, flag, environment, texts, InstantSource.system()),
        texts,
        () -> attributes);
  }

  private void showChoice(String chosen) {
    choice.getChildren().clear();
    choice.getStyleClass().remove("segments");
    if (environments.size() > SEGMENTS_MAX) {
      ComboBox<String> box =
          Options.box(
              "targeting-environment",
              texts.of("targeting.environment"),
              environments,
              chosen,
              name -> name);
      Options.then(
          box,
          name -> {
            if (current.filter(name::equals).isEmpty()) {
              show(name);
            }
          });
      choice.getChildren().add(box);
      return;
    }
    choice.getStyleClass().add("segments");
    ToggleGroup group = new ToggleGroup();
    List<Node> buttons = new ArrayList<>();
    for (String name : environments) {
      buttons.add(segment(name, name.equals(chosen), group));
    }
    choice.getChildren().setAll(buttons);
  }

  private Node segment(String name, boolean selected, ToggleGroup group) {
    ToggleButton button = new ToggleButton(name);
    button.setId("targeting-environment-" + name);
    button.setAccessibleText(texts.of("targeting.environment") + ": " + name);
    button.getStyleClass().setAll("segment");
    button.setToggleGroup(group);
    button.setSelected(selected);
    button.setOnAction(_ -> {
      button.setSelected(true);
      current = Optional.of(name);
      setCenter(shown.computeIfAbsent(name, this::make));
    });
    return button;
  }

  @Override
  public void close() {
    subscription.unsubscribe();
    shown.values().forEach(TargetingSection::close);
  }
}
