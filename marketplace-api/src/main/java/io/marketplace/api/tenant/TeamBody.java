package io.marketplace.api.tenant;

import io.marketplace.api.json.Named;
import io.marketplace.model.tenant.TeamView;

/**
 * A team.
 *
 * @param id the identifier
 * @param slug the short name
 * @param name what to show
 * @param tenant its tenant
 * @param members how many people have signed in as members
 * @param applications how many live applications it has
 */
public record TeamBody(
    String id, String slug, String name, Named tenant, long members, long applications) {

  static TeamBody of(TeamView team) {
    return new TeamBody(
        team.id().toString(),
        team.slug(),
        team.name(),
        Named.of(team.tenant(), team.tenantName()),
        team.members(),
        team.applications());
  }
}
