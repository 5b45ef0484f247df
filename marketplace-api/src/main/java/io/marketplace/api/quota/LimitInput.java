package io.marketplace.api.quota;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.quota.CallPriority;
import io.marketplace.model.quota.LimitScope;
import io.marketplace.model.quota.LimitTerms;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A limit as it is to be; what is left out is not limited. What an answer holds besides is passed
 * over, so that one that was read can be sent back.
 *
 * @param scope whose calls are counted together
 * @param tier the calls of this tier alone; absent: of all tiers together
 * @param requestsPerMinute calls a minute
 * @param tokensPerMinute prompt and completion tokens a minute
 * @param concurrency calls under way at a time
 * @param priority {@code interactive}, {@code batch} or {@code background}: the most urgent class
 * @param version the version the change was made on, 0 for none
 */
@JsonIgnoreProperties({"id", "owner", "tenant", "use", "changedBy", "changedAt"})
public record LimitInput(
    Scope scope,
    @Nullable String tier,
    @Nullable Long requestsPerMinute,
    @Nullable Long tokensPerMinute,
    @Nullable Integer concurrency,
    @Nullable String priority,
    @Nullable Integer version) {

  /**
   * Whose calls.
   *
   * @param type {@code key}, {@code application}, {@code team} or {@code tenant}
   */
  @JsonIgnoreProperties({"name", "within"})
  public record Scope(String type, String id) {

    LimitScope read() {
      return LimitScope.parse(type, id);
    }
  }

  Optional<Tier> readTier() {
    return Optional.ofNullable(tier).map(code -> Tier.parse("tier", code));
  }

  LimitTerms terms() {
    return new LimitTerms(
        Optional.ofNullable(requestsPerMinute),
        Optional.ofNullable(tokensPerMinute),
        Optional.ofNullable(concurrency),
        Optional.ofNullable(priority).map(code -> CallPriority.parse("priority", code)));
  }
}
