package io.marketplace.db.kernel;

import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Map;
import org.hibernate.StaleStateException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Turns what the database refuses because of others into a {@code conflict} that people can read.
 */
final class LostRaces {

  private static final String UNIQUE = "23505";
  private static final String SERIALIZATION = "40001";
  private static final String DEADLOCK = "40P01";

  private static final Map<String, String> SENTENCES =
      Map.ofEntries(
          Map.entry("application_name", "The team has an application of this name already."),
          Map.entry("application_of_team", "Somebody made it at the same moment. Ask again."),
          Map.entry(
              "access_request_open",
              "A request of this application for this tier is open already; it can be withdrawn."),
          Map.entry("access_grant_open", "The application has a grant for this tier already."),
          Map.entry("access_decision_one_approval", "You have approved this request already."),
          Map.entry("tenant_slug_key", "There is a tenant of this short name already."),
          Map.entry("team_tenant_id_slug_key", "The tenant has a team of this short name already."),
          Map.entry("provider_name_key", "There is a provider of this name already."),
          Map.entry("pool_name_key", "There is a pool of this name already."));

  private LostRaces() {}

  static RuntimeException translate(RuntimeException failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof MarketplaceException told) {
        return told;
      }
      if (t instanceof OptimisticLockException || t instanceof StaleStateException) {
        return conflict();
      }
      if (t instanceof SQLException sql) {
        @Nullable String state = sql.getSQLState();
        if (UNIQUE.equals(state)) {
          return new MarketplaceException(ProblemCode.CONFLICT, sentence(sql));
        }
        if (SERIALIZATION.equals(state) || DEADLOCK.equals(state)) {
          return conflict();
        }
      }
    }
    return failure;
  }

  private static MarketplaceException conflict() {
    return new MarketplaceException(
        ProblemCode.CONFLICT, "Somebody else changed this at the same moment. Load it again.");
  }

  private static String sentence(SQLException failure) {
    String fallback = "Something with the same name or number exists already.";
    String constraint = "";
    if (failure instanceof PSQLException postgres) {
      ServerErrorMessage message = postgres.getServerErrorMessage();
      if (message != null && message.getConstraint() != null) {
        constraint = message.getConstraint();
      }
    }
    return SENTENCES.getOrDefault(constraint, fallback);
  }
}
