package io.marketplace.api.keys;

import io.marketplace.api.json.Named;
import io.marketplace.model.keys.LeakFinding;
import io.marketplace.model.keys.SecretHolder;
import java.util.List;
import java.util.Optional;

/**
 * What looks like secrets of the marketplace.
 *
 * @param findings in the order of the text, each secret once
 */
public record LeakBody(List<Finding> findings) {

  /**
   * One of them.
   *
   * @param hint what may be shown of it
   * @param checksum {@code valid} if a marketplace made it, otherwise {@code invalid}
   * @param known whether it is of a key that the caller sees
   * @param live whether calls with it are accepted; absent unless known
   * @param key whose it is; absent unless known
   */
  public record Finding(
      String hint, String checksum, boolean known, Optional<Boolean> live, Optional<Key> key) {

    static Finding of(LeakFinding finding) {
      return new Finding(
          finding.hint(),
          finding.genuine() ? "valid" : "invalid",
          finding.holder().isPresent(),
          finding.holder().map(SecretHolder::live),
          finding.holder().map(Key::of));
    }
  }

  /** The key whose secret it is. */
  public record Key(String id, String name, String state, Named application) {

    static Key of(SecretHolder holder) {
      return new Key(
          holder.key().id().toString(),
          holder.key().name(),
          holder.key().state().code(),
          Named.of(holder.key().application(), holder.key().applicationName()));
    }
  }

  static LeakBody of(List<LeakFinding> findings) {
    return new LeakBody(findings.stream().map(Finding::of).toList());
  }
}
