package io.marketplace.api.tenant;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Role;
import java.util.List;
import java.util.Optional;

/**
 * The caller.
 *
 * @param id the marketplace's identifier of the person or service account
 * @param name what to show
 * @param tenantId the tenant; absent for people of the platform
 * @param teamIds the teams
 * @param roles the roles
 */
public record MeBody(
    String id, String name, Optional<String> tenantId, List<String> teamIds, List<String> roles) {

  static MeBody of(Actor actor) {
    return new MeBody(
        actor.person().toString(),
        actor.name(),
        actor.tenant().map(Object::toString),
        actor.teams().stream().map(Object::toString).sorted().toList(),
        actor.roles().stream().map(Role::code).sorted().toList());
  }
}
