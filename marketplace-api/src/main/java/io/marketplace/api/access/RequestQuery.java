package io.marketplace.api.access;

import io.marketplace.api.json.QueryValues;
import io.marketplace.model.access.RequestFilter;
import io.marketplace.model.access.RequestState;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.Coded;
import io.marketplace.model.kernel.TeamId;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which requests for access a request asks for. */
public final class RequestQuery {

  @QueryParam("state")
  private List<String> states = List.of();

  @QueryParam("mine")
  private @Nullable String mine;

  @QueryParam("decidable")
  private @Nullable String decidable;

  @QueryParam("applicationId")
  private @Nullable String applicationId;

  @QueryParam("teamId")
  private @Nullable String teamId;

  @QueryParam("tier")
  private @Nullable String tier;

  @QueryParam("q")
  private @Nullable String text;

  RequestFilter filter() {
    return new RequestFilter(
        QueryValues.several(states, code -> Coded.parse(RequestState.class, "state", code)),
        QueryValues.flag("mine", mine),
        QueryValues.flag("decidable", decidable),
        QueryValues.text(applicationId).map(ApplicationId::parse),
        QueryValues.text(teamId).map(TeamId::parse),
        QueryValues.text(tier).map(code -> Tier.parse("tier", code)),
        QueryValues.text(text));
  }
}
