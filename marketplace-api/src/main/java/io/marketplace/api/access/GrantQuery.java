package io.marketplace.api.access;

import io.marketplace.api.json.QueryValues;
import io.marketplace.model.access.GrantFilter;
import io.marketplace.model.access.GrantState;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.Coded;
import io.marketplace.model.kernel.TeamId;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which grants a request asks for. */
public final class GrantQuery {

  @QueryParam("state")
  private List<String> states = List.of();

  @QueryParam("applicationId")
  private @Nullable String applicationId;

  @QueryParam("teamId")
  private @Nullable String teamId;

  @QueryParam("tier")
  private @Nullable String tier;

  @QueryParam("q")
  private @Nullable String text;

  GrantFilter filter() {
    return new GrantFilter(
        QueryValues.several(states, code -> Coded.parse(GrantState.class, "state", code)),
        QueryValues.text(applicationId).map(ApplicationId::parse),
        QueryValues.text(teamId).map(TeamId::parse),
        QueryValues.text(tier).map(code -> Tier.parse("tier", code)),
        Optional.empty(),
        QueryValues.text(text));
  }
}
