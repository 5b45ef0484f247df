package io.marketplace.api.paging;

import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a list that a request asks for by {@code limit} and {@code cursor}. A cursor is good
 * for the list and the filters it was given out for.
 */
public final class Paging {

  private static final int USUAL = 50;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

  @QueryParam("limit")
  private @Nullable String limit;

  @QueryParam("cursor")
  private @Nullable String cursor;

  @Context private @Nullable UriInfo uri;

  /**
   * The part asked for.
   *
   * @throws MarketplaceException {@code invalid_request_error} for a limit that is no number from 1
   *     to {@link PageRequest#MAX} or a cursor that was not given out for this list
   */
  public PageRequest request() {
    int offset = cursor == null ? 0 : Cursor.read(cursor, list());
    return new PageRequest(offset, limit());
  }

  /** The answer that {@code page} makes, each row changed by {@code change}. */
  public <T, R> Listing<R> answer(Page<T> page, Function<? super T, ? extends R> change) {
    PageRequest asked = request();
    String next = page.more() ? Cursor.write(asked.offset() + page.items().size(), list()) : null;
    return new Listing<>(page.<R>map(change).items(), next);
  }

  private int limit() {
    if (limit == null) {
      return USUAL;
    }
    if (!NUMBER.matcher(limit).matches()) {
      throw new MarketplaceException(
          ProblemCode.INVALID_REQUEST, "limit must be 1 to " + PageRequest.MAX + ".", "limit");
    }
    return Integer.parseInt(limit);
  }

  private String list() {
    return uri == null ? "" : ListName.of(uri.getPath(), uri.getQueryParameters());
  }
}
