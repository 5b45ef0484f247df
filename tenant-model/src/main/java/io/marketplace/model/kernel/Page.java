package io.marketplace.model.kernel;

import java.util.List;
import java.util.function.Function;

/**
 * Part of a list.
 *
 * @param items the rows, newest first unless the query says otherwise
 * @param more whether rows follow
 * @param <T> the rows
 */
public record Page<T>(List<T> items, boolean more) {

  /** Copies the list. */
  public Page {
    items = List.copyOf(items);
  }

  /** The same page with its rows changed. */
  public <R> Page<R> map(Function<? super T, ? extends R> change) {
    return new Page<>(items.stream().<R>map(change).toList(), more);
  }
}
