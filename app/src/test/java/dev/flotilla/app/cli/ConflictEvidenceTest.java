package dev.flotilla.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.evidence.EvidenceCheck;
import dev.flotilla.app.evidence.EvidenceReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ConflictEvidenceTest {
  @TempDir static Path folder;

  private static TwoHomes homes;
  private static Shell anna;
  private static String id;
  private static Path file;

  @BeforeAll
  static void twoMachinesDisagree() throws Exception {
    homes = TwoHomes.in(folder);
    anna = homes.anna();
    anna.done("flag", "create", "c", "--variant", "red=r", "--variant", "blue=b");
    homes.awaitBen(now -> now.flag("c").isPresent());
    homes.part();
    homes.ben().done("flag", "set", "c", "--default", "blue");
    anna.done("flag", "set", "c", "--default", "red", "--message", "Warm");
    homes.meet();
    homes.awaitAnna(now -> now.conflicts().size() == 1);
    id = anna.json("conflict", "list").get(0).get("id").asString();
    file = folder.resolve("evidence.zip");
    anna.done("conflict", "evidence", id, "--out", file.toString());
  }

  @AfterAll
  static void close() {
    homes.close();
  }

  @Test
  void theFileSaysInWordsWhoWroteWhatAndWhatTheyHadNotSeen() throws Exception {
    String words = new String(read().get("README.md"), StandardCharsets.UTF_8);

    assertThat(words)
        .contains("# Conflict " + id)
        .contains("anna, change #")
        .contains("because: Warm")
        .contains("Had not seen #")
        .contains("of ben");
  }

  @Test
  void itHoldsWithoutAnyWorkspaceAndProvesThatNeitherHadSeenTheOther() throws Exception {
    EvidenceReport report = EvidenceCheck.of(file);

    assertThat(report.wrong()).isEmpty();
    assertThat(report.open())
        .singleElement()
        .asString()
        .startsWith("What README.md, words.txt and changes.jsonl say");
    assertThat(report.proven())
        .anyMatch(one -> one.matches("anna had not seen #\\d+ of ben\\."))
        .anyMatch(one -> one.matches("ben had not seen #\\d+ of anna\\."))
        .anyMatch(one -> one.startsWith("The ") && one.endsWith("of device " + device(anna) + "."))
        .anyMatch(one -> one.endsWith("of anna: default variant in production of flag c: red."));
    JsonNode json = homes.ben().json("conflict", "verify", file.toString());
    assertThat(json.get("valid").asBoolean()).isTrue();
  }

  @Test
  void theSameEvidenceGivesTheSameBytes() throws Exception {
    Path again = folder.resolve("again.zip");

    anna.done("conflict", "evidence", id, "--out", again.toString());

    assertThat(Files.readAllBytes(again)).isEqualTo(Files.readAllBytes(file));
  }

  @Test
  void anotherByteInAChangeIsFoundEvenIfTheSumsAgree() throws Exception {
    Map<String, byte[]> files = read();
    String change =
        files.keySet().stream().filter(name -> name.endsWith(".change")).findFirst().orElseThrow();
    byte[] raw = files.get(change);
    raw[raw.length / 2] ^= 1;
    String before = sum(read().get(change));
    files.put("manifest.json", manifest(files, text -> text.replace(before, sum(raw))));

    EvidenceReport report = EvidenceCheck.of(write(files));

    assertThat(report.isValid()).isFalse();
    assertThat(report.wrong().getFirst()).startsWith(change);
  }

  @Test
  void anotherKeyOrAnotherValueInTheManifestIsFound() throws Exception {
    Map<String, byte[]> files = read();
    files.put("manifest.json", manifest(files, text -> text.replace("\"red\"", "\"green\"")));
    assertThat(EvidenceCheck.of(write(files)).wrong())
        .singleElement()
        .asString()
        .endsWith("is not what that change wrote.");

    files.put(
        "manifest.json",
        manifest(read(), text -> text.replaceAll("\"key\" : \"[0-9a-f]{64}\"", other())));
    assertThat(EvidenceCheck.of(write(files)).wrong())
        .anyMatch(one -> one.contains("was not signed"));
  }

  /// The manifest is not signed: names, places and sides in it must be those of the changes.
  @Test
  void whatTheManifestSaysMustBeWhatTheChangesSay() throws Exception {
    assertThat(wrongWith(text -> swapped(text, "\"anna\"", "\"ben\"")))
        .anyMatch(one -> one.matches("[0-9a-f]{32} calls itself anna, not ben\\."));
    assertThat(wrongWith(text -> text.replace("\"key\" : \"c\"", "\"key\" : \"d\"")))
        .contains("Alternative 0 is about something else.");
    assertThat(wrongWith(text -> text.replaceAll("(?s)\"sides\" : \\[.*?\\]", "\"sides\" : [ ]")))
        .containsExactly("The conflict has 2 alternatives, the file has 0 changes for them.");
    assertThat(
            wrongWith(text -> text.replaceAll("(?s)\"alternatives\" : \\[.*?\\]", "\"a\" : [ ]")))
        .isNotEmpty();
  }

  @Test
  void sidesThatAreOneAndTheSameAreNoConflict() throws Exception {
    assertThat(
            wrongWith(text -> {
              int begin = text.indexOf('{', text.indexOf("\"sides\""));
              String first = text.substring(begin, text.indexOf('}', begin) + 1);
              int next = text.indexOf('{', begin + 1);
              return text.substring(0, next) + first + text.substring(text.indexOf('}', next) + 1);
            }))
        .contains("Alternative 1 is named twice.");
  }

  @Test
  void pathsAreThoseOfWhoeverTypedThem() throws Exception {
    anna.done("conflict", "evidence", id, "--out", "typed.zip");
    assertThat(folder.resolve("typed.zip")).exists();
    assertThat(anna.done("conflict", "verify", "typed.zip")).contains("The evidence holds.");
    assertThat(anna.run("conflict", "verify", "nope.zip").err())
        .contains("There is no file nope.zip");
    assertThat(anna.run("conflict", "evidence", id, "--out", "no/such.zip").err())
        .contains("There is no folder");
    Files.createDirectories(folder.resolve("empty"));
    assertThat(anna.run("conflict", "evidence", id, "--out", "empty").exit()).isNotZero();
    assertThat(folder.resolve("empty")).isDirectory();
  }

  @Test
  void aMissingChangeIsSaid() throws Exception {
    Map<String, byte[]> files = read();
    files.keySet().removeIf(name -> name.endsWith("000001.change"));

    assertThat(EvidenceCheck.of(write(files)).wrong()).allMatch(one -> one.endsWith("is missing."));
  }

  @Test
  void anyBytesGiveAReport() throws Exception {
    Random random = new Random(5);
    byte[] whole = Files.readAllBytes(file);
    for (int round = 0; round < 200; round++) {
      byte[] bytes = whole.clone();
      for (int flip = 0; flip < 1 + random.nextInt(4); flip++) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      }
      Path broken = folder.resolve("broken.zip");
      Files.write(broken, bytes);
      assertThat(EvidenceCheck.of(broken)).isNotNull();
    }
    Files.write(folder.resolve("none.zip"), new byte[0]);
    assertThat(EvidenceCheck.of(folder.resolve("none.zip")).isValid()).isFalse();
  }

  private static List<String> wrongWith(UnaryOperator<String> change) throws IOException {
    Map<String, byte[]> files = read();
    files.put("manifest.json", manifest(files, change));
    return EvidenceCheck.of(write(files)).wrong();
  }

  private static String swapped(String text, String one, String other) {
    return text.replace(one, "@").replace(other, one).replace("@", other);
  }

  /// The sums of the bytes are right here, so that what is in the manifest is looked at.
  @Test
  void anyManifestGivesAReport() throws Exception {
    Random random = new Random(7);
    String[] others = {
      "null",
      "[]",
      "{}",
      "-1",
      "0",
      "1e400",
      "99999999999999999999",
      "true",
      "\"\"",
      "\"x\"",
      "[[1]]"
    };
    for (int round = 0; round < 200; round++) {
      Map<String, byte[]> files = read();
      files.put(
          "manifest.json",
          manifest(
              files,
              text -> {
                List<MatchResult> values =
                    Pattern.compile(": (\"[^\"]*\"|\\d+|\\[|\\{)").matcher(text).results().toList();
                MatchResult value = values.get(random.nextInt(values.size()));
                int end = end(text, value.start(1), value.end(1));
                String other = others[random.nextInt(others.length)];
                return text.substring(0, value.start(1)) + other + text.substring(end);
              }));
      assertThat(EvidenceCheck.of(write(files))).isNotNull();
    }
  }

  /// Where the JSON value ends that begins at `from`.
  private static int end(String text, int from, int token) {
    int depth = 0;
    for (int at = from; at < text.length(); at++) {
      char c = text.charAt(at);
      depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
      if (depth == 0 && at + 1 >= token) {
        return at + 1;
      }
    }
    return token;
  }

  /// What a person compares: the id that the machine itself shows.
  private static String device(Shell shell) {
    return shell.json("status").get("device").asString();
  }

  private static String other() {
    return "\"key\" : \"" + "11".repeat(32) + "\"";
  }

  private static byte[] manifest(Map<String, byte[]> files, UnaryOperator<String> change) {
    String text = new String(files.get("manifest.json"), StandardCharsets.UTF_8);
    return change.apply(text).getBytes(StandardCharsets.UTF_8);
  }

  private static String sum(byte[] bytes) {
    return dev.flotilla.net.change.ChangeHash.ofBytes(bytes).toString();
  }

  private static Map<String, byte[]> read() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  private static Path write(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> one : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(one.getKey()));
        zip.write(one.getValue());
        zip.closeEntry();
      }
    }
    Path changed = folder.resolve("changed.zip");
    Files.write(changed, bytes.toByteArray());
    return changed;
  }
}
