package dev.flotilla.app.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.flotilla.app.exchange.CsvCells.Wrong;
import dev.flotilla.app.exchange.CsvColumn.Kind;
import dev.flotilla.app.exchange.Incoming.Reading;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.FlagType;
import dev.flotilla.model.Value;
import dev.flotilla.openfeature.flagd.Finding;
import dev.flotilla.openfeature.flagd.Finding.Severity;
import dev.flotilla.openfeature.flagd.Names;
import dev.flotilla.openfeature.json.JsonLimits;
import dev.flotilla.openfeature.json.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;

/// Reads a table of flags: a row each, with a header that names the columns. Looks at all of it,
/// even after the first mistake; a table with a mistake is refused, so that nothing is imported by
/// halves. Confined to one thread.
final class CsvReading {
  private final CsvText csv;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<Integer, CsvColumn> columns = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new HashMap<>();
  private final List<CsvFlag> flags = new ArrayList<>();

  private CsvReading(CsvText csv) {
    this.csv = csv;
  }

  static Reading read(byte[] bytes) {
    if (bytes.length > JsonLimits.DOCUMENT_BYTES_MAX) {
      return new Reading.Refused(
          List.of(
              new Finding(
                  Severity.ERROR,
                  "",
                  "the file is larger than " + JsonLimits.DOCUMENT_BYTES_MAX / (1 << 20) + " MiB",
                  0,
                  0)));
    }
    return new CsvReading(CsvText.of(bytes)).read();
  }

  private Reading read() {
    if (csv.guessedCharset()) {
      add(Severity.WARNING, "", "the file is not UTF-8 and was read as Windows-1252", 0);
    }
    var reader =
        CsvReader.builder()
            .fieldSeparator(csv.separator())
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .skipEmptyLines(true);
    try (var records = reader.ofCsvRecord(csv.text())) {
      boolean first = true;
      for (var record : records) {
        if (first) {
          header(record);
          first = false;
        } else {
          row(record);
        }
      }
      if (first) {
        add(Severity.ERROR, "", "the file is empty; a table starts with a header", 0);
      }
    } catch (CsvParseException e) {
      add(Severity.ERROR, "", "the table cannot be read: " + e.getMessage(), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return findings.stream().anyMatch(Finding::isError)
        ? new Reading.Refused(findings)
        : new Reading.Read(new CsvIncoming(flags, List.copyOf(columns.values()), findings));
  }

  private void header(CsvRecord record) {
    int index = 0;
    for (var cell : record.getFields()) {
      int at = index++;
      var column = CsvColumn.named(cell);
      if (column.isEmpty()) {
        if (!cell.isBlank()) {
          add(Severity.WARNING, cell, "no such column is known, it is left out", line(record));
        }
      } else if (columns.containsValue(column.get())) {
        add(Severity.ERROR, cell, "this column stands twice in the header", line(record));
      } else {
        columns.put(at, column.get());
      }
    }
    if (!columns.containsValue(new CsvColumn(Kind.KEY, ""))) {
      add(Severity.ERROR, "key", "the header must name a column key", line(record));
    }
  }

  private void row(CsvRecord record) {
    var cells = new LinkedHashMap<CsvColumn, String>();
    columns.forEach((index, column) -> {
      var cell = index < record.getFieldCount() ? record.getField(index).strip() : "";
      if (!cell.isEmpty()) {
        cells.put(column, CsvGuard.read(cell));
      }
    });
    if (cells.isEmpty()) {
      return;
    }
    int line = line(record);
    var key = Optional.ofNullable(cells.get(new CsvColumn(Kind.KEY, ""))).orElse("");
    var problem = Names.flagKeyProblem(key);
    if (problem.isPresent()) {
      add(Severity.ERROR, "key", problem.get(), line);
      return;
    }
    Integer before = lines.putIfAbsent(key, line);
    if (before != null) {
      add(Severity.ERROR, key, "this key stands on line " + before + " as well", line);
      return;
    }
    flags.add(flag(line, key, cells));
  }

  private CsvFlag flag(int line, String key, Map<CsvColumn, String> cells) {
    var fields = new TreeMap<String, Value>();
    var sets = new TreeMap<String, SortedSet<String>>();
    var settings = new LinkedHashMap<CsvColumn, Value>();
    Optional<FlagType> type = Optional.empty();
    Optional<String> folder = Optional.empty();
    for (var entry : cells.entrySet()) {
      var column = entry.getKey();
      var cell = entry.getValue();
      try {
        switch (column.kind()) {
          case KEY -> {}
          case TYPE -> type = Optional.of(CsvCells.type(cell));
          case DESCRIPTION -> fields.put(FieldNames.DESCRIPTION, CsvCells.text(cell));
          case OWNER -> fields.put(FieldNames.OWNER, CsvCells.text(cell));
          case KIND -> fields.put(FieldNames.KIND, CsvCells.kind(cell));
          case ARCHIVED -> fields.put(FieldNames.ARCHIVED, CsvCells.yesOrNo(cell));
          case TAGS -> sets.put(FieldNames.TAGS, CsvCells.elements(cell));
          case LINKS -> sets.put(FieldNames.LINKS, CsvCells.elements(cell));
          case FOLDER -> folder = Optional.of(cell);
          case VARIANTS -> {
            var variants = CsvCells.variants(cell);
            var found = CsvCells.typeOf(variants);
            type = type.or(() -> Optional.of(found));
            variants.forEach((name, value) -> fields.put(FieldNames.variant(name), value));
          }
          case STATE -> settings.put(column, CsvCells.yesOrNo(cell));
          case DEFAULT -> settings.put(column, Value.of(cell));
          case TARGETING -> settings.put(column, CsvCells.targeting(cell));
          case METADATA -> {
            CsvCells.refuse(Names.metadataProblem(column.name()));
            fields.put(FieldNames.metadata(column.name()), CsvCells.metadata(cell));
          }
        }
      } catch (Wrong wrong) {
        add(Severity.ERROR, key + ", " + column.header(), wrong.reason(), line);
      }
    }
    for (var field : fields.entrySet()) {
      if (field.getKey().startsWith(FieldNames.variant(""))
          && !type.orElse(FlagType.BOOLEAN).accepts(field.getValue())) {
        var shown = JsonText.quote(field.getKey().substring(FieldNames.variant("").length()));
        add(
            Severity.ERROR,
            key + ", variants",
            "the variant %s is not of type %s".formatted(shown, type.orElseThrow().id()),
            line);
      }
    }
    return new CsvFlag(line, key, type, fields, sets, folder, settings);
  }

  private int line(CsvRecord record) {
    return (int) record.getStartingLineNumber() + csv.linesBefore();
  }

  private void add(Severity severity, String where, String reason, int line) {
    findings.add(new Finding(severity, where, reason, line, line == 0 ? 0 : 1));
  }
}
