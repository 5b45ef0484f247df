package io.marketplace.api.keys;

import io.marketplace.api.json.Named;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.Networks;
import io.marketplace.model.keys.KeyId;
import io.marketplace.model.keys.KeyView;
import io.marketplace.model.keys.SecretView;
import io.marketplace.model.policy.Sensitivity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A key. Its secrets are not kept, only what may be shown of them.
 *
 * @param parentId the key it was minted from; absent unless it is a sub-key
 * @param subKeys how many sub-keys of it are not revoked
 * @param sensitivity what its calls count as at the least
 * @param aliases allow-list; absent: all of its tiers
 * @param providers allow-list; absent: all
 * @param jurisdictions allow-list; absent: all
 * @param highestSensitivity the most sensitive data its calls may declare; absent: any
 * @param sourceNetworks where it may be used from; absent: anywhere
 * @param labelValuesMax how many values of each attribution label its calls may bring up
 * @param suspension who suspended it; absent of a sub-key that is suspended with its parent alone
 * @param oldSecret while a rotation lasts, the secret that ends: is it still used?
 * @param secrets the newest first
 */
public record KeyBody(
    String id,
    String name,
    String state,
    Named application,
    Named team,
    String tenantName,
    Optional<String> parentId,
    long subKeys,
    String sensitivity,
    List<String> tiers,
    Optional<List<String>> aliases,
    Optional<List<String>> providers,
    Optional<List<String>> jurisdictions,
    Optional<String> highestSensitivity,
    Optional<List<String>> sourceNetworks,
    int labelValuesMax,
    Pinned attribution,
    Optional<Instant> expiresAt,
    Instant createdAt,
    Optional<Instant> revokedAt,
    Optional<String> revokedReason,
    Optional<SuspensionBody> suspension,
    Optional<SecretBody> oldSecret,
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
        view.parent().map(KeyId::toString),
        view.subKeys(),
        view.sensitivity().code(),
        view.tiers().stream().map(Tier::code).toList(),
        view.scope().aliases(),
        view.scope().providers(),
        view.scope().jurisdictions(),
        view.scope().highest().map(Sensitivity::code),
        view.scope().networks().map(Networks::texts),
        view.scope().labelValues(),
        Pinned.of(view.attribution()),
        view.expiresAt(),
        view.createdAt(),
        view.revokedAt(),
        view.revokedReason(),
        view.suspension().map(SuspensionBody::of),
        view.old().map(SecretBody::of),
        view.secrets().stream().map(SecretBody::of).toList());
  }
}
