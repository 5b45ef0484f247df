package io.marketplace.gateway.keys;

import io.marketplace.gateway.line.CallHeaders;
import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.gateway.snapshot.KeyEntry;
import io.marketplace.model.kernel.Networks;
import io.marketplace.model.kernel.TrustedProxies;
import io.marketplace.model.problem.ProblemCode;

/** Refuses a key that is used from outside its networks. A key without networks costs nothing. */
public final class CheckSource {
  private final TrustedProxies proxies;

  /** Believes what {@code proxies} say of the caller's address. */
  public CheckSource(TrustedProxies proxies) {
    this.proxies = proxies;
  }

  /**
   * Lets the request pass or not.
   *
   * @throws GatewayProblem {@code policy_denied} from elsewhere, and if the address cannot be told;
   *     the answer does not say from where the key may be used, since whoever asks may have stolen
   *     it
   */
  public void require(KeyEntry key, CallHeaders headers) {
    Networks networks = key.bounds().networks();
    if (networks != null
        && !proxies
            .caller(headers.peer(), headers.all("X-Forwarded-For"))
            .filter(networks::contains)
            .isPresent()) {
      throw new GatewayProblem(
          ProblemCode.POLICY_DENIED, "This key may not be used from your network.");
    }
  }
}
