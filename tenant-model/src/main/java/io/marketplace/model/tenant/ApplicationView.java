package io.marketplace.model.tenant;

import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.kernel.TenantId;
import java.time.Instant;
import java.util.Optional;

/**
 * An application, as readers see it.
 *
 * @param id the identifier
 * @param name what to show
 * @param description what it is for, possibly empty
 * @param team the team
 * @param teamName the team's name
 * @param tenant the tenant
 * @param tenantName the tenant's name
 * @param createdAt when it was registered
 * @param archivedAt when it was put away, if it was
 * @param activeGrants how many tiers it may use now
 * @param activeKeys how many keys work now
 * @param wholeTeam whether it stands for its whole team, see {@link WholeTeam}
 */
public record ApplicationView(
    ApplicationId id,
    String name,
    String description,
    TeamId team,
    String teamName,
    TenantId tenant,
    String tenantName,
    Instant createdAt,
    Optional<Instant> archivedAt,
    long activeGrants,
    long activeKeys,
    boolean wholeTeam) {}
