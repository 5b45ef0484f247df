package io.marketplace.api.json;

import java.util.Optional;

/**
 * A reference to something with a name.
 *
 * @param id its identifier
 * @param name what to show; empty if the name is not known any more
 */
public record Named(String id, Optional<String> name) {

  /** The reference to what bears {@code id} and {@code name}. */
  public static Named of(Object id, String name) {
    return new Named(id.toString(), Optional.of(name));
  }
}
