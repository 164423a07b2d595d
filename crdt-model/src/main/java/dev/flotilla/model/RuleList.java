package dev.flotilla.model;

/// The rules of a flag in one environment, which have one order.
public record RuleList(EntityId flag, String environment) {
  RuleRef ref(String id) {
    return new RuleRef(environment, id);
  }
}
