package io.marketplace.api.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list, as answered.
 *
 * @param items the rows
 * @param next the cursor of the rows that follow; null at the end
 * @param <T> the rows
 */
public record Listing<T>(
    List<T> items, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {

  /** Copies the list. */
  public Listing {
    items = List.copyOf(items);
  }

  /** A list that is short by nature and answered whole. */
  public static <T> Listing<T> whole(List<T> items) {
    return new Listing<>(items, null);
  }
}
