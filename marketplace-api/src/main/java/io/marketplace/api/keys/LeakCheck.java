package io.marketplace.api.keys;

import io.marketplace.model.kernel.Input;
import org.jspecify.annotations.Nullable;

/**
 * Where to look for secrets; one of the two.
 *
 * @param text anything that was found: a log, a commit, a message
 * @param secret one secret
 */
public record LeakCheck(@Nullable String text, @Nullable String secret) {

  String wanted() {
    if (text != null && secret == null) {
      return text;
    }
    if (secret != null && text == null) {
      return secret;
    }
    throw Input.invalid("text", "text or secret must be sent, one of them.");
  }

  /** Without what was found: it may be a secret. */
  @Override
  public String toString() {
    return "a text to look for secrets in";
  }
}
