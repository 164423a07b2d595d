package dev.flotilla.app.desktop.causality.rehearsal;

import dev.flotilla.app.desktop.causality.model.CausalityModel;
import dev.flotilla.app.desktop.settings.DesktopSettings;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.rehearsal.Practice;
import dev.flotilla.net.change.ChangeRef;
import dev.flotilla.net.node.LogEntry;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The two-minute course: what is asked, whether it was really done, and what is to be seen in it.
/// Can be left at any time; where it was is remembered on this machine.
///
/// Thread: FX.
final class Tutorial implements AutoCloseable {
  /// Where it is remembered how far somebody came.
  static final String SETTING = "rehearsal-lesson";

  /// Remembered of somebody who came to the end.
  private static final String LEARNT = "learnt";

  private final RehearsalViewModel model;
  private final DesktopSettings settings;
  private final Texts texts;
  private final ReadOnlyObjectWrapper<@Nullable Progress> progress = new ReadOnlyObjectWrapper<>();
  private final Set<ChangeRef> found = new LinkedHashSet<>();
  private final Subscription subscription;

  /// How far somebody is.
  ///
  /// @param isDone whether the lesson is learnt, and what was to be seen is told
  /// @param hint what went another way than the lesson wants; empty if nothing did
  /// @param found how many answers to the question were found
  /// @param wanted how many there are
  record Progress(Lesson lesson, boolean isDone, String hint, int found, int wanted) {}

  Tutorial(RehearsalViewModel model, DesktopSettings settings, Texts texts) {
    this.model = model;
    this.settings = settings;
    this.texts = texts;
    this.subscription =
        Subscription.combine(
            model.sceneProperty().subscribe((_, _) -> look()),
            model
                .causalityProperty()
                .flatMap(CausalityModel::selectedProperty)
                .subscribe((_, now) -> selected(now)));
  }

  /// How far somebody is; null while it does not run.
  ReadOnlyObjectProperty<@Nullable Progress> progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /// Whether somebody began and did not come to the end.
  boolean canResume() {
    String at = settings.get(SETTING, "");
    return !at.isEmpty() && !at.equals(LEARNT) && !at.equals(Lesson.TOGETHER.id());
  }

  /// Begins with the first lesson, or where somebody left. The machines are set up for it.
  void start() {
    begin(canResume() ? Lesson.of(settings.get(SETTING, "")) : Lesson.TOGETHER);
  }

  /// Begins with the first lesson.
  void startOver() {
    begin(Lesson.TOGETHER);
  }

  /// Sets the machines up for the lesson again.
  void again() {
    Progress now = progress.get();
    if (now != null) {
      begin(now.lesson());
    }
  }

  /// Whether a lesson is learnt and the next one waits.
  boolean canGoOn() {
    Progress now = progress.get();
    return now != null && now.isDone();
  }

  /// Goes on once a lesson is learnt; after the last one the course ends.
  void next() {
    Progress now = progress.get();
    if (now == null || !now.isDone()) {
      return;
    }
    if (now.lesson().isLast()) {
      leave();
      return;
    }
    show(now.lesson().next());
    look();
  }

  /// Ends it for now; the machines stay as they are.
  void leave() {
    progress.set(null);
  }

  /// Does the lesson for those who want to watch.
  void demonstrate() {
    Progress now = progress.get();
    if (now == null || now.isDone()) {
      return;
    }
    switch (now.lesson()) {
      case LOOK -> select(model.rehearsal().done().stream().findFirst());
      case QUESTION ->
          course().answers().stream()
              .filter(answer -> !found.contains(answer.ref()))
              .findFirst()
              .ifPresent(answer -> select(Optional.of(answer)));
      case TOGETHER, CUT, ALONE, AGAIN, ELSEWHERE, MEND, DECIDE ->
          course().demonstration(now.lesson()).ifPresent(model::perform);
    }
  }

  /// The id of the control that a lesson is about.
  String target(Lesson lesson) {
    return switch (lesson) {
      case TOGETHER -> Ids.flip(Course.ANA);
      case LOOK, QUESTION -> Ids.DIAGRAM;
      case CUT, MEND -> Ids.link(course().between());
      case ALONE -> Ids.text(Course.ANA);
      case AGAIN -> Ids.text(Course.BEN);
      case ELSEWHERE -> Ids.more(Course.CLEO);
      case DECIDE -> Ids.DECISIONS;
    };
  }

  private void begin(Lesson lesson) {
    progress.set(null);
    model.restart(Practice.MACHINES_MIN);
    for (Lesson before : Lesson.ALL) {
      if (before == lesson) {
        break;
      }
      course().demonstration(before).ifPresent(model::perform);
    }
    show(lesson);
  }

  private void show(Lesson lesson) {
    found.clear();
    model.causalityProperty().get().selectedProperty().set(null);
    settings.set(SETTING, lesson.id());
    progress.set(new Progress(lesson, false, "", 0, wanted(lesson)));
  }

  private int wanted(Lesson lesson) {
    return lesson == Lesson.QUESTION ? course().answers().size() : 0;
  }

  /// The machines have changed.
  private void look() {
    Progress now = progress.get();
    if (now == null || now.isDone()) {
      return;
    }
    ChangeRef selected = model.causalityProperty().get().selectedProperty().get();
    if (course().isDone(now.lesson(), selected)) {
      learnt(now);
    } else {
      String hint =
          course().isReady(now.lesson())
              ? ""
              : texts.of("rehearsal.hint.gone", texts.of("rehearsal.course.again"));
      progress.set(new Progress(now.lesson(), false, hint, found.size(), wanted(now.lesson())));
    }
  }

  private void learnt(Progress now) {
    progress.set(new Progress(now.lesson(), true, "", found.size(), now.wanted()));
    if (now.lesson().isLast()) {
      settings.set(SETTING, LEARNT);
    }
  }

  private void selected(@Nullable ChangeRef change) {
    Progress now = progress.get();
    if (now == null || now.isDone() || change == null) {
      return;
    }
    if (now.lesson() == Lesson.QUESTION) {
      model.rehearsal().done().stream()
          .filter(one -> one.ref().equals(change))
          .findFirst()
          .ifPresent(answer -> answered(now, answer));
    } else {
      look();
    }
  }

  private void answered(Progress now, LogEntry answer) {
    List<LogEntry> answers = course().answers();
    boolean isRight = answers.contains(answer);
    if (isRight) {
      found.add(answer.ref());
    }
    if (found.size() == answers.size()) {
      learnt(now);
      return;
    }
    String hint = isRight ? "" : wrong(answer);
    progress.set(new Progress(now.lesson(), false, hint, found.size(), answers.size()));
  }

  private String wrong(LogEntry answer) {
    boolean isAsked = course().asked().filter(answer::equals).isPresent();
    if (isAsked) {
      return texts.of("rehearsal.hint.asked");
    }
    return texts.of(
        course().wasSeen(answer) ? "rehearsal.hint.before" : "rehearsal.hint.after",
        answer.deviceName(),
        answer.message());
  }

  private void select(Optional<LogEntry> change) {
    change.ifPresent(one -> model.causalityProperty().get().selectedProperty().set(one.ref()));
  }

  private Course course() {
    return new Course(model.rehearsal(), model.acts());
  }

  @Override
  public void close() {
    subscription.unsubscribe();
  }
}
