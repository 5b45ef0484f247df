package io.marketplace.api.policy;

import io.marketplace.model.policy.SensitivityName;
import java.util.List;

/**
 * A sensitivity and what the enterprise calls it.
 *
 * @param code the rank: public, internal, confidential or restricted
 * @param words what callers may say in place of the code
 */
public record SensitivityBody(
    String code, String name, String description, List<String> words, int version) {

  static SensitivityBody of(SensitivityName name) {
    return new SensitivityBody(
        name.rank().code(), name.name(), name.description(), name.words(), name.version());
  }
}
