package io.marketplace.ui.request;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.tenant.ApplicationFilter;
import io.marketplace.model.tenant.ApplicationView;
import io.marketplace.model.tenant.CreateApplication;
import io.marketplace.model.tenant.TenantQueries;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The applications somebody may act for, found by part of their name, and the registration of new
 * ones.
 */
@Singleton
final class ApplicationChoice {

  private static final int OFFERED = 50;

  private final TenantQueries tenants;
  private final CreateApplication register;

  @Inject
  ApplicationChoice(TenantQueries tenants, CreateApplication register) {
    this.tenants = tenants;
    this.register = register;
  }

  ForStep step(Actor actor, Consumer<ApplicationId> chosen) {
    return new ForStep(
        text -> search(actor, text),
        tenants.teams(actor, PageRequest.first(OFFERED)).items(),
        (team, name) -> tenants.application(actor, register.create(actor, team.id(), name, "")),
        chosen);
  }

  private List<ApplicationView> search(Actor actor, String text) {
    ApplicationFilter filter =
        new ApplicationFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.of(text).filter(part -> !part.isBlank()),
            false,
            true);
    return tenants.applications(actor, filter, PageRequest.first(OFFERED)).items();
  }
}
