package io.marketplace.api.audit;

import io.marketplace.api.json.QueryValues;
import io.marketplace.model.audit.AuditFilter;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Which entries a request asks for. */
public final class EventQuery {

  @QueryParam("actor")
  private @Nullable String actor;

  @QueryParam("action")
  private @Nullable String action;

  @QueryParam("subjectType")
  private @Nullable String subjectType;

  @QueryParam("subjectId")
  private @Nullable String subjectId;

  @QueryParam("from")
  private @Nullable String from;

  @QueryParam("to")
  private @Nullable String to;

  @QueryParam("q")
  private @Nullable String text;

  AuditFilter filter() {
    return new AuditFilter(
        QueryValues.text(actor),
        QueryValues.text(action),
        QueryValues.text(subjectType),
        QueryValues.text(subjectId),
        QueryValues.time("from", from),
        QueryValues.time("to", to),
        QueryValues.text(text));
  }
}
