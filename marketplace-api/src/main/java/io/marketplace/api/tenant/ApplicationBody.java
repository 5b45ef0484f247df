package io.marketplace.api.tenant;

import io.marketplace.api.json.Named;
import io.marketplace.model.tenant.ApplicationView;
import java.time.Instant;
import java.util.Optional;

/**
 * An application.
 *
 * @param id the identifier
 * @param name what to show
 * @param description what it is for
 * @param team its team
 * @param tenant its tenant
 * @param createdAt when it was registered
 * @param archivedAt when it was put away
 * @param activeGrants how many tiers it may use now
 * @param activeKeys how many keys work now
 * @param wholeTeam whether it stands for its whole team
 */
public record ApplicationBody(
    String id,
    String name,
    String description,
    Named team,
    Named tenant,
    Instant createdAt,
    Optional<Instant> archivedAt,
    long activeGrants,
    long activeKeys,
    boolean wholeTeam) {

  static ApplicationBody of(ApplicationView application) {
    return new ApplicationBody(
        application.id().toString(),
        application.name(),
        application.description(),
        Named.of(application.team(), application.teamName()),
        Named.of(application.tenant(), application.tenantName()),
        application.createdAt(),
        application.archivedAt(),
        application.activeGrants(),
        application.activeKeys(),
        application.wholeTeam());
  }
}
