package io.marketplace.api.keys;

import io.marketplace.api.json.Named;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.keys.KeyView;
import io.marketplace.model.keys.SecretView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A key. Its secrets are not kept, only what may be shown of them.
 *
 * @param providers allow-list; absent: all
 * @param jurisdictions allow-list; absent: all
 * @param secrets the newest first
 */
public record KeyBody(
    String id,
    String name,
    String state,
    Named application,
    Named team,
    String tenantName,
    String sensitivity,
    List<String> tiers,
    Optional<List<String>> providers,
    Optional<List<String>> jurisdictions,
    NewKey.Pinned attribution,
    Optional<Instant> expiresAt,
    Instant createdAt,
    Optional<Instant> revokedAt,
    Optional<String> revokedReason,
    List<SecretBody> secrets) {

  /** What is known of a secret. */
  public record SecretBody(
      String hint,
      Instant createdAt,
      Optional<Instant> liveUntil,
      Optional<Instant> lastUsedAt,
      long requests) {

    static SecretBody of(SecretView secret) {
      return new SecretBody(
          secret.hint(),
          secret.createdAt(),
          secret.liveUntil(),
          secret.lastUsedAt(),
          secret.requests());
    }
  }

  static KeyBody of(KeyView view) {
    return new KeyBody(
        view.id().toString(),
        view.name(),
        view.state().code(),
        Named.of(view.application(), view.applicationName()),
        Named.of(view.team(), view.teamName()),
        view.tenantName(),
        view.sensitivity().code(),
        view.tiers().stream().map(Tier::code).toList(),
        view.providers(),
        view.jurisdictions(),
        NewKey.Pinned.of(view.attribution()),
        view.expiresAt(),
        view.createdAt(),
        view.revokedAt(),
        view.revokedReason(),
        view.secrets().stream().map(SecretBody::of).toList());
  }
}
