package io.marketplace.api.routing;

import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.routing.Candidate;
import io.marketplace.model.routing.PoolId;
import org.jspecify.annotations.Nullable;

/**
 * A model of a pool that a route may choose.
 *
 * @param weight share of traffic against the other candidates; absent: 1
 */
public record CandidateBody(String poolId, String model, @Nullable Double weight) {

  static CandidateBody of(Candidate candidate) {
    return new CandidateBody(candidate.poolId().toString(), candidate.model(), candidate.weight());
  }

  Candidate candidate() {
    return new Candidate(pool(), model, weight == null ? 1 : weight);
  }

  private PoolId pool() {
    try {
      return PoolId.parse(poolId);
    } catch (MarketplaceException e) {
      throw new MarketplaceException(
          ProblemCode.INVALID_REQUEST, "No pool has this poolId.", "poolId");
    }
  }
}
