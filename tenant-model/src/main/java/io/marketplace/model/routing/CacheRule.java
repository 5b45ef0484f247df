package io.marketplace.model.routing;

import io.marketplace.model.kernel.Coded;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether and for whom answers of a route are reused.
 *
 * @param mode how alike two requests must be
 * @param scope among whose requests
 * @param errorBound the share of wrong answers accepted from the semantic cache, above 0, at most
 *     0.5
 */
public record CacheRule(Mode mode, Sharing scope, Optional<Double> errorBound) {

  /** No reuse. */
  public static final CacheRule OFF = new CacheRule(Mode.OFF, Sharing.TENANT, Optional.empty());

  /** How alike two requests must be for the answer of one to serve the other. */
  public enum Mode implements Coded {
    OFF,
    EXACT,
    SEMANTIC;

    /** The code as it stands in requests. */
    @Override
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a mode from a request.
     *
     * @throws io.marketplace.model.problem.MarketplaceException {@code invalid_request_error} if
     *     there is no such mode
     */
    public static Mode parse(String field, String code) {
      return Coded.parse(Mode.class, field, code);
    }
  }

  /** Among whose requests answers are shared; never beyond the tenant. */
  public enum Sharing implements Coded {
    TENANT,
    TEAM,
    KEY,
    AGENT,
    CUSTOMER;

    /** The code as it stands in requests. */
    @Override
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a scope from a request.
     *
     * @throws io.marketplace.model.problem.MarketplaceException {@code invalid_request_error} if
     *     there is no such scope
     */
    public static Sharing parse(String field, String code) {
      return Coded.parse(Sharing.class, field, code);
    }
  }
}
