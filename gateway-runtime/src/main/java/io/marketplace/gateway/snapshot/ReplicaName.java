package io.marketplace.gateway.snapshot;

import java.util.UUID;

/**
 * What a gateway is called where gateways are counted and shares are split. Two may have been given
 * one name, by a copied setting or by none; counted as one, each would take a whole share. So the
 * journal's identifier goes with it, which stays over restarts and which a lock keeps single.
 *
 * @param given {@code MARKETPLACE_REPLICA}
 * @param journal whose gateway it is
 */
public record ReplicaName(String given, UUID journal) {

  /** The whole name, single among all gateways. */
  public String whole() {
    return given + "@" + journal;
  }

  /** Whether another gateway, by its whole name, was given the same one. */
  boolean isSharedWith(String other) {
    return !other.equals(whole()) && other.startsWith(given + "@");
  }
}
