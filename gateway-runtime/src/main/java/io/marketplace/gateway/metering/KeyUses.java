package io.marketplace.gateway.metering;

import io.marketplace.gateway.snapshot.KeyEntry;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.keys.SecretId;
import io.marketplace.model.metering.KeyUse;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How often each secret was used since the last report. Thread-safe; lost with the process. */
final class KeyUses {
  private static final class Count {
    private final TenantId tenant;
    private final LongAdder requests = new LongAdder();
    private volatile long lastMillis;

    Count(TenantId tenant) {
      this.tenant = tenant;
    }
  }

  private final Map<SecretId, Count> counts = new ConcurrentHashMap<>();
  private final Clock clock;

  KeyUses(Clock clock) {
    this.clock = clock;
  }

  void used(KeyEntry key) {
    Count count = counts.get(key.secret());
    if (count == null) {
      count = counts.computeIfAbsent(key.secret(), secret -> new Count(key.owner().tenant()));
    }
    count.requests.increment();
    count.lastMillis = clock.millis();
  }

  /** What was counted, by tenant; counting begins anew. */
  Map<TenantId, List<KeyUse>> take() {
    Map<TenantId, List<KeyUse>> uses = new LinkedHashMap<>();
    counts.forEach(
        (secret, count) -> {
          long requests = count.requests.sumThenReset();
          if (requests > 0) {
            uses.computeIfAbsent(count.tenant, tenant -> new ArrayList<>())
                .add(new KeyUse(secret, Instant.ofEpochMilli(count.lastMillis), requests));
          }
        });
    return uses;
  }
}
