package dev.flotilla.openfeature.targeting;

import java.util.Optional;

/// What a test asks of an attribute.
public enum Operator {
  IS("==", Operands.ONE),
  IS_NOT("!=", Operands.ONE),
  IS_EXACTLY("===", Operands.ONE),
  IS_NOT_EXACTLY("!==", Operands.ONE),
  ONE_OF("in", Operands.LIST),
  NONE_OF("in", Operands.LIST),
  CONTAINS("in", Operands.ONE),
  CONTAINS_NOT("in", Operands.ONE),
  STARTS_WITH("starts_with", Operands.TEXT),
  STARTS_NOT_WITH("starts_with", Operands.TEXT),
  ENDS_WITH("ends_with", Operands.TEXT),
  ENDS_NOT_WITH("ends_with", Operands.TEXT),
  LESS("<", Operands.ONE),
  AT_MOST("<=", Operands.ONE),
  MORE(">", Operands.ONE),
  AT_LEAST(">=", Operands.ONE),
  BETWEEN("<=", Operands.TWO),
  STRICTLY_BETWEEN("<", Operands.TWO),
  VERSION_IS("=", Operands.VERSION),
  VERSION_IS_NOT("!=", Operands.VERSION),
  VERSION_BEFORE("<", Operands.VERSION),
  VERSION_AT_MOST("<=", Operands.VERSION),
  VERSION_AFTER(">", Operands.VERSION),
  VERSION_AT_LEAST(">=", Operands.VERSION),
  VERSION_SAME_MAJOR("^", Operands.VERSION),
  VERSION_SAME_MINOR("~", Operands.VERSION),
  THERE("missing", Operands.NOTHING),
  MISSING("missing", Operands.NOTHING),
  TRUTHY("!!", Operands.NOTHING),
  FALSY("!", Operands.NOTHING);

  /// What stands beside the attribute.
  public enum Operands {
    NOTHING,
    ONE,
    TEXT,
    VERSION,
    TWO,
    LIST
  }

  private final String symbol;
  private final Operands operands;

  Operator(String symbol, Operands operands) {
    this.symbol = symbol;
    this.operands = operands;
  }

  /// The operator in JSONLogic; for versions the comparison within `sem_ver`.
  public String symbol() {
    return symbol;
  }

  /// What it takes.
  public Operands operands() {
    return operands;
  }

  /// The operator that holds where this one does not, where that is written as a negation.
  Optional<Operator> negation() {
    return switch (this) {
      case ONE_OF -> Optional.of(NONE_OF);
      case CONTAINS -> Optional.of(CONTAINS_NOT);
      case STARTS_WITH -> Optional.of(STARTS_NOT_WITH);
      case ENDS_WITH -> Optional.of(ENDS_NOT_WITH);
      case MISSING -> Optional.of(THERE);
      default -> Optional.empty();
    };
  }
}
