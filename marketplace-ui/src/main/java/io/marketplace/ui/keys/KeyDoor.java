package io.marketplace.ui.keys;

import io.marketplace.model.access.AccessQueries;
import io.marketplace.model.access.GrantFilter;
import io.marketplace.model.access.GrantView;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.keys.IssueKey;
import io.marketplace.model.keys.IssuedKey;
import io.marketplace.model.keys.KeyId;
import io.marketplace.model.keys.KeyWish;
import io.marketplace.model.keys.RevokeKey;
import io.marketplace.model.keys.RotateKey;
import io.marketplace.model.tenant.ApplicationFilter;
import io.marketplace.model.tenant.ApplicationView;
import io.marketplace.model.tenant.TenantQueries;
import io.marketplace.ui.shell.Readers;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The use cases of keys for whoever is signed in, in one hand. */
@Singleton
final class KeyDoor {

  private static final int OFFERED = 50;

  private final Readers readers;
  private final TenantQueries tenants;
  private final AccessQueries access;
  private final IssueKey issuing;
  private final RotateKey rotating;
  private final RevokeKey revoking;

  @Inject
  KeyDoor(
      Readers readers,
      TenantQueries tenants,
      AccessQueries access,
      IssueKey issuing,
      RotateKey rotating,
      RevokeKey revoking) {
    this.readers = readers;
    this.tenants = tenants;
    this.access = access;
    this.issuing = issuing;
    this.rotating = rotating;
    this.revoking = revoking;
  }

  /** Applications the reader may issue keys for, by part of their name. */
  List<ApplicationView> applications(String text) {
    ApplicationFilter filter =
        new ApplicationFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.of(text).filter(part -> !part.isBlank()),
            false,
            true);
    return tenants
        .applications(readers.current().actor(), filter, PageRequest.first(OFFERED))
        .items();
  }

  /** The tiers an application holds an active grant for. */
  List<Tier> grantedTiers(ApplicationId application) {
    return access
        .grants(
            readers.current().actor(),
            GrantFilter.activeOf(application),
            PageRequest.first(OFFERED))
        .items()
        .stream()
        .map(GrantView::tier)
        .distinct()
        .sorted()
        .toList();
  }

  IssuedKey issue(ApplicationId application, KeyWish wish) {
    return issuing.issue(readers.current().actor(), application, wish);
  }

  IssuedKey rotate(KeyId key, long overlapSeconds) {
    return rotating.rotate(readers.current().actor(), key, overlapSeconds);
  }

  void revoke(KeyId key) {
    revoking.revoke(readers.current().actor(), key, "");
  }
}
