package io.marketplace.model.quota;

import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.keys.KeyId;
import java.util.UUID;

/** Whose calls a limit counts together. */
public sealed interface LimitScope {

  /** The kind's code: {@code key}, {@code application}, {@code team} or {@code tenant}. */
  String type();

  /** The identifier within the kind. */
  UUID value();

  /** The calls of one key, and of the keys made from it. */
  record OfKey(KeyId key) implements LimitScope {
    @Override
    public String type() {
      return "key";
    }

    @Override
    public UUID value() {
      return key.value();
    }
  }

  /** The calls of all keys of an application. */
  record OfApplication(ApplicationId application) implements LimitScope {
    @Override
    public String type() {
      return "application";
    }

    @Override
    public UUID value() {
      return application.value();
    }
  }

  /** The calls of all applications of a team. */
  record OfTeam(TeamId team) implements LimitScope {
    @Override
    public String type() {
      return "team";
    }

    @Override
    public UUID value() {
      return team.value();
    }
  }

  /** All calls of a tenant. */
  record OfTenant(TenantId tenant) implements LimitScope {
    @Override
    public String type() {
      return "tenant";
    }

    @Override
    public UUID value() {
      return tenant.value();
    }
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
