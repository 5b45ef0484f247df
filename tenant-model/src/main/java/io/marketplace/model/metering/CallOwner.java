package io.marketplace.model.metering;

import io.marketplace.model.keys.KeyId;
import io.marketplace.model.tenant.ApplicationId;
import io.marketplace.model.tenant.TeamId;
import io.marketplace.model.tenant.TenantId;

/** Whose call it was. */
public record CallOwner(TenantId tenant, TeamId team, ApplicationId application, KeyId key) {}
