package io.marketplace.model.access;

import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.policy.Sensitivity;
import java.time.Instant;
import java.util.Optional;

/**
 * A grant, as readers see it.
 *
 * @param id the identifier
 * @param application the application
 * @param applicationName its name
 * @param team the application's team
 * @param teamName its name
 * @param tenant the tenant
 * @param tenantName its name
 * @param tier the tier it opens
 * @param sensitivity the most sensitive data that may be sent
 * @param budget the most that may be spent a month
 * @param spentThisMonth what was spent since the first of this month (UTC), by the ledger
 * @param until until when; empty: until it is revoked
 * @param state where it stands; an active one whose time is over is told as expired
 * @param stateReason why it stands there, possibly empty
 * @param request the request it came of last
 * @param recertifyBy when somebody should confirm it
 * @param createdAt when it was given
 */
public record GrantView(
    GrantId id,
    ApplicationId application,
    String applicationName,
    TeamId team,
    String teamName,
    TenantId tenant,
    String tenantName,
    Tier tier,
    Sensitivity sensitivity,
    NanoUsd budget,
    NanoUsd spentThisMonth,
    Optional<Instant> until,
    GrantState state,
    String stateReason,
    Optional<RequestId> request,
    Optional<Instant> recertifyBy,
    Instant createdAt) {}
