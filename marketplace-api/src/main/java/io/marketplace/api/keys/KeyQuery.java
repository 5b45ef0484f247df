package io.marketplace.api.keys;

import io.marketplace.api.json.QueryValues;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.Coded;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.keys.KeyFilter;
import io.marketplace.model.keys.KeyState;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which keys a request asks for. */
public final class KeyQuery {

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

  @QueryParam("agent")
  private @Nullable String agent;

  @QueryParam("customer")
  private @Nullable String customer;

  @QueryParam("createdBefore")
  private @Nullable String createdBefore;

  @QueryParam("unusedSince")
  private @Nullable String unusedSince;

  KeyFilter filter() {
    return new KeyFilter(
        QueryValues.several(states, code -> Coded.parse(KeyState.class, "state", code)),
        QueryValues.text(applicationId).map(ApplicationId::parse),
        QueryValues.text(teamId).map(TeamId::parse),
        QueryValues.text(tier).map(code -> Tier.parse("tier", code)),
        QueryValues.text(text),
        Optional.empty(),
        QueryValues.text(agent),
        QueryValues.text(customer),
        QueryValues.time("createdBefore", createdBefore),
        QueryValues.time("unusedSince", unusedSince));
  }
}
