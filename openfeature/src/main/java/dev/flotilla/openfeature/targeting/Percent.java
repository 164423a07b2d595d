package dev.flotilla.openfeature.targeting;

import dev.flotilla.openfeature.targeting.Outcome.Share;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Shares of a split in hundredths of a percent, which always add up to 100 %.
public final class Percent {
  /// 100 %.
  public static final int WHOLE = 10_000;

  private Percent() {}

  /// What each share gets; all the same if the weights say nothing.
  public static List<Integer> of(List<Share> shares) {
    var weights = shares.stream().map(share -> (long) share.weight()).toList();
    return scaled(weights, WHOLE);
  }

  /// The shares, with weights that say this, as small as they can be from a hundred up.
  public static List<Share> shares(List<Share> shares, List<Integer> percents) {
    int unit = percents.stream().allMatch(p -> p % 100 == 0) ? 100 : tenth(percents);
    return IntStream.range(0, shares.size())
        .mapToObj(at -> new Share(shares.get(at).variant(), percents.get(at) / unit))
        .toList();
  }

  private static int tenth(List<Integer> percents) {
    return percents.stream().allMatch(p -> p % 10 == 0) ? 10 : 1;
  }

  /// One share set to `percent`, the others scaled to take the rest.
  public static List<Integer> set(List<Integer> percents, int index, int percent) {
    int wanted = percents.size() == 1 ? WHOLE : Math.clamp(percent, 0, WHOLE);
    var others = new ArrayList<Long>();
    for (int at = 0; at < percents.size(); at++) {
      if (at != index) {
        others.add((long) percents.get(at));
      }
    }
    // Whole percents stay whole where what was typed is whole.
    int unit = wanted % 100 == 0 ? 100 : wanted % 10 == 0 ? 10 : 1;
    var rest = scaled(others, (WHOLE - wanted) / unit);
    var result = new ArrayList<Integer>();
    int next = 0;
    for (int at = 0; at < percents.size(); at++) {
      result.add(at == index ? wanted : rest.get(next++) * unit);
    }
    return List.copyOf(result);
  }

  /// The border after share `index` moved: only the two beside it change.
  ///
  /// @param border where it stands, from 0 to [#WHOLE]
  public static List<Integer> moveBorder(List<Integer> percents, int index, int border) {
    int before = percents.subList(0, index).stream().mapToInt(Integer::intValue).sum();
    int both = percents.get(index) + percents.get(index + 1);
    int left = Math.clamp((long) border - before, 0, both);
    var moved = new ArrayList<>(percents);
    moved.set(index, left);
    moved.set(index + 1, both - left);
    return List.copyOf(moved);
  }

  /// Whole numbers in this relation that add up to `total`: the largest remainders are rounded up.
  private static List<Integer> scaled(List<Long> weights, int total) {
    long sum = weights.stream().mapToLong(Long::longValue).sum();
    if (weights.isEmpty()) {
      return List.of();
    }
    if (sum == 0) {
      return scaled(weights.stream().map(_ -> 1L).toList(), total);
    }
    var exact = BigInteger.valueOf(sum);
    var result = new ArrayList<Integer>();
    var remainders = new ArrayList<BigInteger>();
    for (long weight : weights) {
      var parts = BigInteger.valueOf(weight).multiply(BigInteger.valueOf(total));
      result.add(parts.divide(exact).intValue());
      remainders.add(parts.mod(exact));
    }
    int left = total - result.stream().mapToInt(Integer::intValue).sum();
    IntStream.range(0, weights.size())
        .boxed()
        .sorted(Comparator.comparing(remainders::get, Comparator.reverseOrder()))
        .limit(left)
        .forEach(at -> result.set(at, result.get(at) + 1));
    return List.copyOf(result);
  }
}
