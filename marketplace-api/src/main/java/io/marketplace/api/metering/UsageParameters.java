package io.marketplace.api.metering;

import io.marketplace.api.json.QueryValues;
import io.marketplace.model.metering.UsageDimension;
import io.marketplace.model.metering.UsagePeriod;
import io.marketplace.model.metering.UsageQuery;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks of usage: {@code groupBy}, {@code from}, {@code to}, and each dimension's
 * name as a filter.
 */
public final class UsageParameters {

  @QueryParam("groupBy")
  private List<String> groupBy = List.of();

  @QueryParam("from")
  private @Nullable String from;

  @QueryParam("to")
  private @Nullable String to;

  @Context private @Nullable UriInfo uri;

  UsageQuery query(Clock clock) {
    return new UsageQuery(
        UsagePeriod.parse(QueryValues.text(from), QueryValues.text(to), clock),
        UsageDimension.parseList("groupBy", String.join(",", groupBy)),
        filters());
  }

  private Map<UsageDimension, String> filters() {
    Map<UsageDimension, String> only = new EnumMap<>(UsageDimension.class);
    if (uri != null) {
      for (UsageDimension dimension : UsageDimension.values()) {
        QueryValues.text(uri.getQueryParameters().getFirst(dimension.code()))
            .ifPresent(value -> only.put(dimension, value));
      }
    }
    return only;
  }
}
