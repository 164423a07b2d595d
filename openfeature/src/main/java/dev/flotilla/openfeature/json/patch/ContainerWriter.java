package dev.flotilla.openfeature.json.patch;

import dev.flotilla.openfeature.json.JsonText;
import dev.flotilla.openfeature.json.patch.Pieces.Piece;
import org.jspecify.annotations.Nullable;

/// Puts an object or array together again, from pieces that stay and from new ones.
final class ContainerWriter {
  private final StringBuilder out = new StringBuilder();
  private final Pieces pieces;
  private final Layout layout;
  private final String indent;
  private final boolean onLines;
  private String carried = "";
  private @Nullable Piece last;
  private boolean any;
  // A line comment ends with its line.
  private boolean afterComment;
  private boolean headWritten;
  private boolean footWritten;

  /// @param indent of the line that the container starts on
  /// @param mayBreak whether an empty container may become one of several lines
  ContainerWriter(Pieces pieces, Layout layout, String indent, boolean mayBreak) {
    this.pieces = pieces;
    this.layout = layout;
    this.indent = indent;
    boolean hasComment = !pieces.close().isBlank();
    this.onLines = pieces.all().isEmpty() ? mayBreak || hasComment : pieces.onLines();
  }

  /// Whether what is new stands on lines of its own.
  boolean onLines() {
    return onLines;
  }

  /// The indent of the line that a piece starts on; of a new one, if `piece` is null.
  String indentOf(@Nullable Piece piece) {
    if (piece != null) {
      return Trivia.hasLineEnd(piece.lead()) ? Trivia.indent(piece.lead()) : indent;
    }
    return Trivia.indent(leadOfNew());
  }

  /// Leaves a piece out. Comments that do not belong to it stay.
  void drop(Piece piece) {
    if (!headWritten || !isFirst(piece)) {
      carried += piece.lead().substring(0, Trivia.attached(piece.lead()));
    }
  }

  /// Adds a piece that stays, or a new one if `piece` is null.
  void add(@Nullable Piece piece, String name, String body) {
    if (any) {
      endOfPiece(true);
    }
    if (piece == null) {
      foot();
    }
    var lead = carried + (piece == null ? head() : "") + lead(piece);
    carried = "";
    if (afterComment && !Trivia.startsOnNextLine(lead)) {
      lead = layout.lineEnd() + indent + layout.unit() + lead.stripLeading();
    }
    out.append(lead);
    if (piece != null) {
      out.append(piece.head());
    } else if (!name.isEmpty()) {
      out.append(JsonText.quote(name)).append(pieces.colon());
    }
    out.append(body);
    last = piece;
    any = true;
  }

  /// Everything between the brackets.
  String finish() {
    if (any) {
      endOfPiece(pieces.trailingComma());
    }
    var close = carried + (footWritten ? afterFoot() : pieces.close());
    if (!any && close.isBlank()) {
      return "";
    }
    if (pieces.all().isEmpty() && any) {
      return close.stripTrailing() + out + (onLines ? layout.lineEnd() + indent : "");
    }
    boolean breaks = afterComment && !Trivia.startsOnNextLine(close);
    return out + (breaks ? layout.lineEnd() + indent : "") + close;
  }

  /// What stands above all members, parted from them by an empty line, also stands above one that
  /// becomes the first.
  private String head() {
    if (any || headWritten || pieces.all().isEmpty() || !onLines) {
      return "";
    }
    var lead = pieces.all().getFirst().lead();
    headWritten = true;
    return lead.substring(0, Trivia.attached(lead));
  }

  /// What stands below the last member stays there, above one that comes behind it.
  private void foot() {
    boolean behindAll = last != null && last.equals(pieces.all().getLast());
    if (behindAll && !footWritten && !pieces.close().isBlank()) {
      out.append(pieces.close().stripTrailing());
      footWritten = true;
      afterComment = true;
    }
  }

  private String afterFoot() {
    return pieces.close().substring(pieces.close().stripTrailing().length());
  }

  private boolean isFirst(Piece piece) {
    return piece.equals(pieces.all().getFirst());
  }

  private void endOfPiece(boolean comma) {
    if (last == null) {
      out.append(comma ? "," : "");
      afterComment = false;
      return;
    }
    afterComment = !last.tail().isBlank();
    out.append(last.gap()).append(comma ? "," : "").append(last.tail());
  }

  private String lead(@Nullable Piece piece) {
    boolean first = !any;
    if (piece == null) {
      return onLines ? leadOfNew() : first ? firstLead() : " ";
    }
    boolean bare = piece.lead().isBlank() && !Trivia.hasLineEnd(piece.lead());
    if (headWritten && isFirst(piece)) {
      var rest = piece.lead().substring(Trivia.attached(piece.lead()));
      return rest.isEmpty() ? " " : rest;
    }
    if (!bare || !carried.isEmpty()) {
      return piece.lead();
    }
    boolean wasFirst = isFirst(piece);
    if (first == wasFirst) {
      return piece.lead();
    }
    return first ? firstLead() : onLines ? leadOfNew() : " ";
  }

  private String firstLead() {
    if (pieces.all().isEmpty()) {
      return "";
    }
    var lead = pieces.all().getFirst().lead();
    return lead.isBlank() && !Trivia.hasLineEnd(lead) ? lead : "";
  }

  private String leadOfNew() {
    return pieces.leadOfNew(layout.lineEnd(), indent + layout.unit());
  }
}
