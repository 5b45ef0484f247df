package io.marketplace.api.tenant;

import io.marketplace.api.json.QueryValues;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.tenant.ApplicationFilter;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Which applications a request asks for. */
public final class ApplicationQuery {

  @QueryParam("tenantId")
  private @Nullable String tenantId;

  @QueryParam("teamId")
  private @Nullable String teamId;

  @QueryParam("q")
  private @Nullable String text;

  @QueryParam("archived")
  private @Nullable String archived;

  @QueryParam("actable")
  private @Nullable String actable;

  ApplicationFilter filter() {
    return new ApplicationFilter(
        QueryValues.text(tenantId).map(TenantId::parse),
        QueryValues.text(teamId).map(TeamId::parse),
        QueryValues.text(text),
        QueryValues.flag("archived", archived),
        QueryValues.flag("actable", actable));
  }
}
