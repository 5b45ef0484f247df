package io.marketplace.api.quota;

import io.marketplace.api.json.QueryValues;
import io.marketplace.model.kernel.Ids;
import io.marketplace.model.quota.LimitFilter;
import io.marketplace.model.quota.LimitScope;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Which limits a request asks for. */
public final class LimitQuery {

  @QueryParam("scopeType")
  private @Nullable String scopeType;

  @QueryParam("scopeId")
  private @Nullable String scopeId;

  @QueryParam("q")
  private @Nullable String text;

  LimitFilter filter() {
    return new LimitFilter(
        QueryValues.text(scopeType).map(type -> LimitScope.requireType("scopeType", type)),
        QueryValues.text(scopeId).map(Ids::parse),
        QueryValues.text(text));
  }
}
