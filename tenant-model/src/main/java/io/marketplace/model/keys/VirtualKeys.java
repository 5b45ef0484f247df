package io.marketplace.model.keys;

import java.time.Instant;
import java.util.Optional;

/** Keeps keys and the hashes of their secrets. Within the running unit of work. */
public interface VirtualKeys {

  /** The key, locked until the unit of work ends. */
  Optional<VirtualKey> lock(KeyId id);

  /** Keeps a new key. */
  void add(VirtualKey key);

  /** Keeps the hash of a new secret of the key, with the hint that may be shown. */
  SecretId addSecret(VirtualKey key, KeyHash hash, String hint);

  /**
   * Lets the key's present secrets end at {@code end}; those that end earlier already stay so.
   *
   * @return the hint of the newest of them
   */
  String endSecrets(VirtualKey key, Instant end);
}
