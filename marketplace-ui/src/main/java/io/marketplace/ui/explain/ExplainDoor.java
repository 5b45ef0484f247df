package io.marketplace.ui.explain;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.metering.CallId;
import io.marketplace.model.metering.TraceQueries;
import io.marketplace.model.metering.TraceRow;
import io.marketplace.model.metering.UsageDetail;
import io.marketplace.model.metering.UsageQueries;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.tenant.TenantQueries;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;

/** What is known of a call: its trace, and its row of the ledger if it was answered. */
@Singleton
final class ExplainDoor {

  private final TraceQueries traces;
  private final UsageQueries usage;
  private final TenantQueries tenants;

  @Inject
  ExplainDoor(TraceQueries traces, UsageQueries usage, TenantQueries tenants) {
    this.traces = traces;
    this.usage = usage;
    this.tenants = tenants;
  }

  /** The call's trace, if it has come and is the actor's to see. */
  Optional<TraceRow> trace(Actor actor, CallId id) {
    return known(() -> traces.trace(actor, id));
  }

  Page<TraceRow> recent(Actor actor, PageRequest page) {
    return traces.recent(actor, page);
  }

  /** The call's row of the ledger; a refused call has none. */
  Optional<UsageDetail> entry(Actor actor, CallId id) {
    return known(() -> usage.request(actor, id));
  }

  private static <T> Optional<T> known(Supplier<T> query) {
    try {
      return Optional.of(query.get());
    } catch (MarketplaceException e) {
      if (e.code() == ProblemCode.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  String application(Actor actor, TraceRow row) {
    return tenants.application(actor, row.application()).name();
  }
}
