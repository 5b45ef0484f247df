package io.marketplace.ui.keys;

import io.marketplace.model.access.AccessQueries;
import io.marketplace.model.access.GrantFilter;
import io.marketplace.model.access.GrantView;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.keys.CheckLeak;
import io.marketplace.model.keys.IssueKey;
import io.marketplace.model.keys.IssuedKey;
import io.marketplace.model.keys.KeyFilter;
import io.marketplace.model.keys.KeyId;
import io.marketplace.model.keys.KeyRight;
import io.marketplace.model.keys.KeyWish;
import io.marketplace.model.keys.LeakFinding;
import io.marketplace.model.keys.MintSubKey;
import io.marketplace.model.keys.ResumeKey;
import io.marketplace.model.keys.RevokeKey;
import io.marketplace.model.keys.RevokeKeys;
import io.marketplace.model.keys.RotateKey;
import io.marketplace.model.keys.Sighting;
import io.marketplace.model.keys.StopOldSecret;
import io.marketplace.model.keys.SubKeyWish;
import io.marketplace.model.keys.SuspendKey;
import io.marketplace.model.tenant.ApplicationFilter;
import io.marketplace.model.tenant.ApplicationView;
import io.marketplace.model.tenant.TeamView;
import io.marketplace.model.tenant.TenantQueries;
import io.marketplace.model.tenant.WholeTeam;
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
  private final MintSubKey minting;
  private final RotateKey rotating;
  private final StopOldSecret stopping;
  private final SuspendKey suspending;
  private final ResumeKey resuming;
  private final RevokeKey revoking;
  private final RevokeKeys revokingMany;
  private final CheckLeak checking;
  private final WholeTeam whole;

  @Inject
  KeyDoor(
      Readers readers,
      TenantQueries tenants,
      AccessQueries access,
      IssueKey issuing,
      MintSubKey minting,
      RotateKey rotating,
      StopOldSecret stopping,
      SuspendKey suspending,
      ResumeKey resuming,
      RevokeKey revoking,
      RevokeKeys revokingMany,
      CheckLeak checking,
      WholeTeam whole) {
    this.readers = readers;
    this.tenants = tenants;
    this.access = access;
    this.issuing = issuing;
    this.minting = minting;
    this.rotating = rotating;
    this.stopping = stopping;
    this.suspending = suspending;
    this.resuming = resuming;
    this.revoking = revoking;
    this.revokingMany = revokingMany;
    this.checking = checking;
    this.whole = whole;
  }

  /** Applications the reader may issue keys for, by part of their name. */
  List<ApplicationView> applications(String text) {
    ApplicationFilter filter =
        new ApplicationFilter(
            readers.current().looksAt(),
            Optional.empty(),
            Optional.of(text).filter(part -> !part.isBlank()),
            false,
            true);
    return tenants.applications(actor(), filter, PageRequest.first(OFFERED)).items();
  }

  /** The teams the reader may issue keys for, the first {@value PageRequest#MAX}. */
  List<TeamView> teams() {
    Optional<TenantId> within = readers.current().looksAt();
    return tenants.teams(actor(), PageRequest.first(PageRequest.MAX)).items().stream()
        .filter(team -> within.filter(tenant -> !tenant.equals(team.tenant())).isEmpty())
        .toList();
  }

  /** The application that stands for a whole team; empty until somebody asks access for it. */
  Optional<ApplicationView> standIn(TeamView team) {
    ApplicationFilter filter =
        new ApplicationFilter(
            Optional.empty(), Optional.of(team.id()), Optional.empty(), false, true);
    return tenants
        .applications(actor(), filter, PageRequest.first(PageRequest.MAX))
        .items()
        .stream()
        .filter(ApplicationView::wholeTeam)
        .findFirst();
  }

  /** An application the reader sees. */
  ApplicationView application(ApplicationId id) {
    return tenants.application(actor(), id);
  }

  /** Makes the application that stands for a whole team, if there is none yet. */
  ApplicationId makeStandIn(TeamView team) {
    return whole.application(actor(), team.id());
  }

  /** The tiers an application holds an active grant for. */
  List<Tier> grantedTiers(ApplicationId application) {
    return access
        .grants(actor(), GrantFilter.activeOf(application), PageRequest.first(OFFERED))
        .items()
        .stream()
        .map(GrantView::tier)
        .distinct()
        .sorted()
        .toList();
  }

  IssuedKey issue(ApplicationId application, KeyWish wish) {
    return issuing.issue(actor(), application, wish);
  }

  IssuedKey mint(KeyId parent, SubKeyWish wish) {
    return minting.mint(actor(), parent, wish);
  }

  IssuedKey rotate(KeyId key, long overlapSeconds) {
    return rotating.rotate(actor(), key, overlapSeconds);
  }

  void stopOld(KeyId key) {
    stopping.stop(actor(), key);
  }

  void suspend(KeyId key, String reason) {
    suspending.suspend(actor(), key, reason);
  }

  /** The right in which the reader acts on keys. */
  KeyRight right() {
    return KeyRight.of(actor());
  }

  void resume(KeyId key) {
    resuming.resume(actor(), key, "");
  }

  void revoke(KeyId key, String reason) {
    revoking.revoke(actor(), key, reason);
  }

  Sighting look(KeyFilter filter) {
    return revokingMany.look(actor(), filter);
  }

  List<KeyId> revoke(KeyFilter filter, String token, String reason) {
    return revokingMany.revoke(actor(), filter, token, reason);
  }

  List<LeakFinding> check(String text) {
    return checking.check(actor(), text);
  }

  private Actor actor() {
    return readers.current().actor();
  }
}
