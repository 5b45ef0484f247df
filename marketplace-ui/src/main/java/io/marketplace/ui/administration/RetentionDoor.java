package io.marketplace.ui.administration;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.metering.RetentionDays;
import io.marketplace.model.metering.RetentionPreview;
import io.marketplace.model.metering.RetentionQueries;
import io.marketplace.model.metering.RetentionView;
import io.marketplace.model.metering.SetRetention;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.OptionalInt;

/** How long calls stay: what is read of it and done to it. */
@Singleton
final class RetentionDoor {

  private final RetentionQueries retentions;
  private final SetRetention setting;

  @Inject
  RetentionDoor(RetentionQueries retentions, SetRetention setting) {
    this.retentions = retentions;
    this.setting = setting;
  }

  Page<RetentionView> retentions(Actor actor, PageRequest page) {
    return retentions.retentions(actor, page);
  }

  RetentionPreview preview(Actor actor, TenantId tenant, RetentionDays days) {
    return retentions.preview(actor, tenant, days);
  }

  void set(Actor actor, RetentionView seen, Optional<RetentionDays> days) {
    var unused = setting.set(actor, seen.tenant(), days, OptionalInt.of(seen.version()));
  }
}
