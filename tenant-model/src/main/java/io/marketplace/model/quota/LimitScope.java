package io.marketplace.model.quota;

import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.keys.KeyId;
import java.util.UUID;

/** Whose calls a limit counts together. */
public sealed interface LimitScope {

  /** The calls of one key, and of the keys made from it. */
  record OfKey(KeyId key) implements LimitScope {}

  /** The calls of all keys of an application. */
  record OfApplication(ApplicationId application) implements LimitScope {}

  /** The calls of all applications of a team. */
  record OfTeam(TeamId team) implements LimitScope {}

  /** All calls of a tenant. */
  record OfTenant(TenantId tenant) implements LimitScope {}

  /** The kind's code: {@code key}, {@code application}, {@code team} or {@code tenant}. */
  default String type() {
    return switch (this) {
      case OfKey key -> "key";
      case OfApplication application -> "application";
      case OfTeam team -> "team";
      case OfTenant tenant -> "tenant";
    };
  }

  /** The identifier within the kind. */
  default UUID value() {
    return switch (this) {
      case OfKey(KeyId key) -> key.value();
      case OfApplication(ApplicationId application) -> application.value();
      case OfTeam(TeamId team) -> team.value();
      case OfTenant(TenantId tenant) -> tenant.value();
    };
  }

  /**
   * Reads a scope.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code invalid_request_error} for an
   *     unknown type, {@code not_found} for what cannot be an identifier
   */
  static LimitScope parse(String type, String id) {
    requireType("scope.type", type);
    return switch (type) {
      case "key" -> new OfKey(KeyId.parse(id));
      case "application" -> new OfApplication(ApplicationId.parse(id));
      case "team" -> new OfTeam(TeamId.parse(id));
      default -> new OfTenant(TenantId.parse(id));
    };
  }

  /**
   * The type, if there is such a one.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code invalid_request_error}
   */
  static String requireType(String field, String type) {
    return switch (type) {
      case "key", "application", "team", "tenant" -> type;
      default ->
          throw Input.invalid(field, field + " must be one of key, application, team, tenant.");
    };
  }
}
