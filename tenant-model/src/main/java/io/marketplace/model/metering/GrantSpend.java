package io.marketplace.model.metering;

import io.marketplace.model.access.GrantId;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.kernel.TenantId;

/**
 * What a grant has spent of its monthly budget.
 *
 * @param grant the grant
 * @param tenant whose
 * @param teamId the team
 * @param teamName its name
 * @param applicationId the application
 * @param applicationName its name
 * @param tier the tier
 * @param budget a month
 * @param spent this UTC month so far
 * @param forecast at the month's end, if spending goes on at the pace of the month so far
 * @param requests this month so far
 */
public record GrantSpend(
    GrantId grant,
    TenantId tenant,
    TeamId teamId,
    String teamName,
    ApplicationId applicationId,
    String applicationName,
    Tier tier,
    NanoUsd budget,
    NanoUsd spent,
    NanoUsd forecast,
    long requests) {}
