package dev.flotilla.app.desktop.tagsets;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.RandomAccess;

/// Finds those of up to a million texts that contain another, whatever their case: all in one long
/// text, which is searched at the speed of memory. Costs O(length of all texts) to make and for a
/// search. Immutable.
final class MemberIndex {
  private static final char END = '\n';

  private final List<String> members;
  private final String joined;
  private final int[] starts;

  MemberIndex(List<String> members) {
    this.members = members;
    this.starts = new int[members.size() + 1];
    var all = new StringBuilder(members.size() * 16);
    for (int i = 0; i < members.size(); i++) {
      starts[i] = all.length();
      all.append(members.get(i).toLowerCase(Locale.ROOT)).append(END);
    }
    starts[members.size()] = all.length();
    this.joined = all.toString();
  }

  /// Those that contain `text`, in their order.
  List<String> containing(String text) {
    var wanted = text.toLowerCase(Locale.ROOT);
    if (wanted.isEmpty()) {
      return members;
    }
    int[] places = new int[16];
    int count = 0;
    int place = 0;
    int at = joined.indexOf(wanted);
    while (at >= 0) {
      place = placeOf(at, place);
      if (count == places.length) {
        places = Arrays.copyOf(places, 2 * count);
      }
      places[count++] = place;
      at = joined.indexOf(wanted, starts[place + 1]);
    }
    return new Found(members, Arrays.copyOf(places, count));
  }

  /// Hits mostly lie close together, or far apart: a few steps, then halving.
  private int placeOf(int at, int from) {
    for (int near = from; near < Math.min(from + 8, members.size()); near++) {
      if (at < starts[near + 1]) {
        return near;
      }
    }
    int found = Arrays.binarySearch(starts, from, members.size(), at);
    return found >= 0 ? found : -found - 2;
  }

  private static final class Found extends AbstractList<String> implements RandomAccess {
    private final List<String> members;
    private final int[] places;

    Found(List<String> members, int[] places) {
      this.members = members;
      this.places = places;
    }

    @Override
    public String get(int index) {
      return members.get(places[index]);
    }

    @Override
    public int size() {
      return places.length;
    }
  }
}
