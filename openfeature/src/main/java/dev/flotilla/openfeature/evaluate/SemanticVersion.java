package dev.flotilla.openfeature.evaluate;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A version that can be compared, as flagd's `sem_ver` reads it: a leading `v` and missing parts
/// are allowed, what follows a `+` does not count.
///
/// @param pre the identifiers of a pre-release; none: a release
/// @see <a href="https://semver.org">semver.org</a>
record SemanticVersion(BigInteger major, BigInteger minor, BigInteger patch, List<String> pre)
    implements Comparable<SemanticVersion> {
  private static final Pattern FORM =
      Pattern.compile(
          "[vV]?(0|[1-9]\\d*)(?:\\.(0|[1-9]\\d*))?(?:\\.(0|[1-9]\\d*))?"
              + "(?:-([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?(?:\\+[0-9A-Za-z.-]+)?");
  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final Comparator<SemanticVersion> RELEASES =
      Comparator.comparing(SemanticVersion::major)
          .thenComparing(SemanticVersion::minor)
          .thenComparing(SemanticVersion::patch);

  static Optional<SemanticVersion> parse(String text) {
    var form = FORM.matcher(text.strip());
    if (!form.matches()) {
      return Optional.empty();
    }
    var pre = form.group(4);
    return Optional.of(
        new SemanticVersion(
            part(form.group(1)),
            part(form.group(2)),
            part(form.group(3)),
            pre == null ? List.of() : List.of(pre.split("\\.", -1))));
  }

  private static BigInteger part(@Nullable String digits) {
    return digits == null ? BigInteger.ZERO : new BigInteger(digits);
  }

  /// Whether `this OPERATOR other` holds; nothing if there is no such operator.
  Optional<Boolean> compare(String operator, SemanticVersion other) {
    int order = compareTo(other);
    return switch (operator) {
      case "=" -> Optional.of(order == 0);
      case "!=" -> Optional.of(order != 0);
      case "<" -> Optional.of(order < 0);
      case "<=" -> Optional.of(order <= 0);
      case ">" -> Optional.of(order > 0);
      case ">=" -> Optional.of(order >= 0);
      case "^" -> Optional.of(major.equals(other.major));
      case "~" -> Optional.of(major.equals(other.major) && minor.equals(other.minor));
      default -> Optional.empty();
    };
  }

  @Override
  public int compareTo(SemanticVersion other) {
    int releases = RELEASES.compare(this, other);
    return releases != 0 ? releases : comparePre(other);
  }

  // A release comes after all of its pre-releases.
  private int comparePre(SemanticVersion other) {
    if (pre.isEmpty() || other.pre.isEmpty()) {
      return Boolean.compare(pre.isEmpty(), other.pre.isEmpty());
    }
    for (int at = 0; at < Math.min(pre.size(), other.pre.size()); at++) {
      int order = compareIdentifiers(pre.get(at), other.pre.get(at));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(pre.size(), other.pre.size());
  }

  private static int compareIdentifiers(String one, String other) {
    boolean number = DIGITS.matcher(one).matches();
    boolean otherNumber = DIGITS.matcher(other).matches();
    if (number && otherNumber) {
      return new BigInteger(one).compareTo(new BigInteger(other));
    }
    return number == otherNumber ? one.compareTo(other) : Boolean.compare(otherNumber, number);
  }
}
