package io.marketplace.api.keys;

import io.marketplace.model.keys.IssuedKey;
import java.util.List;

/**
 * A key with its new secret: the only answer that holds it.
 *
 * @param id the key
 * @param secret the secret
 * @param hint what is shown of it from now on
 * @param name what to show
 * @param tiers the tiers it may call
 */
public record IssuedBody(String id, String secret, String hint, String name, List<String> tiers) {

  static IssuedBody of(IssuedKey issued, KeyBody key) {
    return new IssuedBody(
        issued.id().toString(),
        issued.secret().reveal(),
        issued.secret().hint(),
        key.name(),
        key.tiers());
  }
}
