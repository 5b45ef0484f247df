package io.marketplace.model.keys;

import io.marketplace.model.kernel.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps keys and the hashes of their secrets. Within the running unit of work. */
public interface VirtualKeys {

  /** The key, locked until the unit of work ends. */
  Optional<VirtualKey> lock(KeyId id);

  /** The key, not locked. */
  Optional<VirtualKey> find(KeyId id);

  /**
   * The keys that {@code actor} may act for and {@code filter} finds, newest first, at most {@code
   * limit}, all locked until the unit of work ends.
   */
  List<VirtualKey> lockRevocable(Actor actor, KeyFilter filter, int limit);

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

  /**
   * Lets those of the key's secrets that end some time end now; the newest has no end of its own.
   *
   * @return whether there was one
   */
  boolean stopOldSecrets(VirtualKey key, Instant now);
}
