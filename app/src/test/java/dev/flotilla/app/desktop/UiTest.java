package dev.flotilla.app.desktop;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// A test that draws windows. It is skipped where text cannot be drawn, with the sentence that says
/// what is missing; with FLOTILLA_REQUIRE_UI_TESTS=true it runs and fails there. The only class
/// that knows TestFX.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(UiTest.CanDraw.class)
public @interface UiTest {
  /// The condition.
  final class CanDraw implements ExecutionCondition {
    private static final List<String> LIBRARIES =
        List.of("libfreetype.so.6", "libpangoft2-1.0.so.0", "libfontconfig.so.1");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      String missing = missing();
      if (missing.isEmpty() || Boolean.parseBoolean(System.getenv("FLOTILLA_REQUIRE_UI_TESTS"))) {
        return ConditionEvaluationResult.enabled("text can be drawn");
      }
      return ConditionEvaluationResult.disabled(
          "Text cannot be drawn without "
              + missing
              + ": install libpangoft2-1.0-0 (Debian) to run the UI tests.");
    }

    @SuppressWarnings("restricted") // Looks whether the library is there; calls nothing in it.
    private static String missing() {
      if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
        return "";
      }
      for (String library : LIBRARIES) {
        try (Arena arena = Arena.ofConfined()) {
          var _ = SymbolLookup.libraryLookup(library, arena);
        } catch (IllegalArgumentException _) {
          return library;
        }
      }
      return "";
    }
  }

  /// The FX thread, for tests.
  final class Fx {
    private static final long PATIENCE_SECONDS = 60;

    private Fx() {}

    /// Starts the toolkit once.
    public static void start() throws Exception {
      FxToolkit.registerPrimaryStage();
      Platform.setImplicitExit(false);
    }

    /// Runs on the FX thread and gives the result.
    public static <T> T get(Callable<T> task) throws Exception {
      CompletableFuture<T> result = new CompletableFuture<>();
      Platform.runLater(() -> {
        try {
          result.complete(task.call());
        } catch (Exception | Error e) {
          result.completeExceptionally(e);
        }
      });
      return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /// Runs on the FX thread, and waits until it is done and drawn.
    public static void run(Runnable task) throws Exception {
      var _ =
          get(() -> {
            task.run();
            return true;
          });
      WaitForAsyncUtils.waitForFxEvents();
    }

    /// Waits until `condition` holds on the FX thread.
    public static void await(String what, BooleanSupplier condition) throws Exception {
      try {
        WaitForAsyncUtils.waitFor(
            PATIENCE_SECONDS, TimeUnit.SECONDS, () -> get(condition::getAsBoolean));
      } catch (java.util.concurrent.TimeoutException e) {
        throw new AssertionError("never happened: " + what, e);
      }
    }
  }
}
