package io.marketplace.api.keys;

import io.marketplace.model.keys.Suspension;
import java.time.Instant;
import java.util.Optional;

/**
 * Why a key is out of force for a while.
 *
 * @param by who suspended it
 * @param role as what: developer, tenant-approver or platform-admin; one below it cannot resume the
 *     key
 */
public record SuspensionBody(String by, String role, Instant at, Optional<String> reason) {

  static SuspensionBody of(Suspension suspension) {
    return new SuspensionBody(
        suspension.by(), suspension.right().code(), suspension.at(), suspension.reason());
  }
}
