package dev.flotilla.model;

import java.util.AbstractList;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.RandomAccess;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Texts in order, by place as well as by value: the members of a tag set, of which there may be a
/// million.
///
/// Immutable; a version with k changes costs O(k log n) and copies only the chunks with changes.
/// Looking one up costs O(log n), and so does the n-th. Ranges are sets of their own.
@SuppressWarnings("JdkObsolete") // what shows members asks for no more than SortedSet
final class Members extends AbstractSet<String> implements SortedSet<String> {
  /// Texts of a chunk when it is made; one that grew to twice as many is split.
  private static final int CHUNK = 512;

  static final Members NONE = new Members(new String[0][]);

  /// None is empty; each is in order, and before the next.
  private final String[][] chunks;

  /// The place of the first text of each chunk, and the size.
  private final int[] starts;

  private Members(String[][] chunks) {
    this.chunks = chunks;
    this.starts = new int[chunks.length + 1];
    for (int i = 0; i < chunks.length; i++) {
      starts[i + 1] = Math.addExact(starts[i], chunks[i].length);
    }
  }

  static Members of(Collection<String> texts) {
    var sorted = texts.toArray(String[]::new);
    Arrays.sort(sorted);
    var chunks = new ArrayList<String[]>();
    split(sorted, chunks);
    return new Members(chunks.toArray(String[][]::new));
  }

  /// These after some may have come or gone.
  ///
  /// @param touched those about which something was written
  /// @param isThere whether one is in the set now
  Members changed(Collection<String> touched, Predicate<String> isThere) {
    var sorted = new TreeSet<>(touched).toArray(String[]::new);
    var next = new ArrayList<String[]>(chunks.length);
    int chunk = 0;
    int done = 0;
    while (done < sorted.length) {
      int home = Math.max(chunkOf(sorted[done]), 0);
      next.addAll(Arrays.asList(chunks).subList(chunk, Math.min(home, chunks.length)));
      int until = home + 1 < chunks.length ? before(sorted, chunks[home + 1][0]) : sorted.length;
      var texts = home < chunks.length ? chunks[home] : new String[0];
      split(merged(texts, Arrays.copyOfRange(sorted, done, until), isThere), next);
      done = until;
      chunk = home + 1;
    }
    if (chunk < chunks.length) {
      next.addAll(Arrays.asList(chunks).subList(chunk, chunks.length));
    }
    return new Members(next.toArray(String[][]::new));
  }

  /// How many of the sorted texts come before `end`.
  private static int before(String[] sorted, String end) {
    int place = Arrays.binarySearch(sorted, end);
    return place >= 0 ? place : -place - 1;
  }

  private static String[] merged(String[] texts, String[] touched, Predicate<String> isThere) {
    var merged = new ArrayList<String>(texts.length + touched.length);
    int from = 0;
    for (var text : touched) {
      int until = Math.max(before(texts, text), from);
      merged.addAll(Arrays.asList(texts).subList(from, until));
      boolean known = until < texts.length && texts[until].equals(text);
      if (isThere.test(text)) {
        merged.add(text);
      }
      from = known ? until + 1 : until;
    }
    merged.addAll(Arrays.asList(texts).subList(from, texts.length));
    return merged.toArray(String[]::new);
  }

  private static void split(String[] sorted, List<String[]> into) {
    if (sorted.length > 0 && sorted.length <= 2 * CHUNK) {
      into.add(sorted);
      return;
    }
    for (int from = 0; from < sorted.length; from += CHUNK) {
      into.add(Arrays.copyOfRange(sorted, from, Math.min(from + CHUNK, sorted.length)));
    }
  }

  /// The last chunk that does not begin after the text; -1 before the first.
  private int chunkOf(String text) {
    int low = 0;
    int high = chunks.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (chunks[middle][0].compareTo(text) <= 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return high;
  }

  /// The place of the text, or of the first after it.
  private int placeOf(String text) {
    int chunk = chunkOf(text);
    if (chunk < 0) {
      return 0;
    }
    int within = Arrays.binarySearch(chunks[chunk], text);
    return starts[chunk] + (within >= 0 ? within : -within - 1);
  }

  private String at(int place) {
    int chunk = Arrays.binarySearch(starts, place);
    int home = chunk >= 0 ? chunk : -chunk - 2;
    return chunks[home][place - starts[home]];
  }

  /// By place.
  List<String> asList() {
    return new ByPlace();
  }

  @Override
  public boolean contains(@Nullable Object text) {
    if (!(text instanceof String wanted)) {
      return false;
    }
    int chunk = chunkOf(wanted);
    return chunk >= 0 && Arrays.binarySearch(chunks[chunk], wanted) >= 0;
  }

  @Override
  public int size() {
    return starts[chunks.length];
  }

  @Override
  public Iterator<String> iterator() {
    return asList().iterator();
  }

  @Override
  public @Nullable Comparator<? super String> comparator() {
    return null;
  }

  @Override
  public SortedSet<String> subSet(String from, String to) {
    return range(placeOf(from), placeOf(to));
  }

  @Override
  public SortedSet<String> headSet(String to) {
    return range(0, placeOf(to));
  }

  @Override
  public SortedSet<String> tailSet(String from) {
    return range(placeOf(from), size());
  }

  @Override
  public String first() {
    return some(0);
  }

  @Override
  public String last() {
    return some(size() - 1);
  }

  private String some(int place) {
    if (isEmpty()) {
      throw new NoSuchElementException("no members");
    }
    return at(place);
  }

  private Members range(int from, int to) {
    if (from > to) {
      throw new IllegalArgumentException("a range that ends before it begins");
    }
    var cut = new ArrayList<String[]>();
    for (int i = 0; i < chunks.length; i++) {
      int begin = Math.max(from - starts[i], 0);
      int end = Math.min(to - starts[i], chunks[i].length);
      if (begin < end) {
        boolean whole = begin == 0 && end == chunks[i].length;
        cut.add(whole ? chunks[i] : Arrays.copyOfRange(chunks[i], begin, end));
      }
    }
    return new Members(cut.toArray(String[][]::new));
  }

  /// Versions share most of their chunks, which are not looked into then.
  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof Members members) || !Arrays.equals(starts, members.starts)) {
      return super.equals(other);
    }
    for (int i = 0; i < chunks.length; i++) {
      if (!Arrays.equals(chunks[i], members.chunks[i])) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }

  private final class ByPlace extends AbstractList<String> implements RandomAccess {
    @Override
    public String get(int place) {
      if (place < 0 || place >= size()) {
        throw new IndexOutOfBoundsException(place);
      }
      return at(place);
    }

    @Override
    public int size() {
      return Members.this.size();
    }

    @Override
    public boolean contains(@Nullable Object text) {
      return Members.this.contains(text);
    }

    private Members members() {
      return Members.this;
    }

    /// Lists of other sizes are not walked through, and neither are the chunks that are shared.
    @Override
    public boolean equals(@Nullable Object other) {
      return switch (other) {
        case ByPlace list -> members().equals(list.members());
        case List<?> list -> list.size() == size() && super.equals(list);
        case null, default -> false;
      };
    }

    @Override
    public int hashCode() {
      return super.hashCode();
    }
  }
}
