package io.marketplace.model.metering;

import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.keys.KeyId;

/** Whose call it was. */
public record CallOwner(TenantId tenant, TeamId team, ApplicationId application, KeyId key) {}
