package io.marketplace.gateway;

import io.marketplace.gateway.pause.Pause;
import io.marketplace.gateway.quota.FakeLeases;
import io.marketplace.gateway.snapshot.Documents;
import io.marketplace.model.metering.DecidedCall;
import io.marketplace.model.metering.TraceReader;
import io.marketplace.model.metering.UsageRow;
import io.marketplace.model.metering.UsageWriter;
import io.marketplace.model.quota.BudgetId;
import io.marketplace.model.quota.BudgetLeases;
import io.marketplace.model.quota.LimitSighting;
import io.marketplace.model.quota.LimitSightingWriter;
import io.marketplace.model.snapshot.ConfigurationSource;
import io.marketplace.model.snapshot.GatewayStore;
import io.marketplace.model.snapshot.PoolSighting;
import io.marketplace.model.snapshot.SightingWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A database in memory: one configuration, and whatever the gateway wrote. */
final class FakeStore implements GatewayStore {
  private final Documents documents;
  final List<UsageRow> usage = new CopyOnWriteArrayList<>();
  final List<LimitSighting> limitSightings = new CopyOnWriteArrayList<>();
  final List<DecidedCall> traces = new CopyOnWriteArrayList<>();
  final FakeLeases leases = new FakeLeases();

  FakeStore(Documents documents) {
    this.documents = documents;
    leases.cap(BudgetId.parse(Documents.APPLICATION), 1_000_000_000_000L);
  }

  @Override
  public ConfigurationSource configuration() {
    return new ConfigurationSource() {
      @Override
      public long version() {
        return documents.version();
      }

      @Override
      public String read() {
        return documents.json();
      }

      @Override
      public ChangeNotices listen() {
        return new ChangeNotices() {
          @Override
          public boolean await(Duration timeout) {
            Pause.of(timeout);
            return false;
          }

          @Override
          public void close() {
            // nothing is open
          }
        };
      }
    };
  }

  @Override
  public UsageWriter usage() {
    return batch -> {
      usage.addAll(batch.usage());
      batch.traces().forEach(chunk -> traces.addAll(chunk.unpack()));
      traces.addAll(batch.refused());
    };
  }

  @Override
  public TraceReader traces() {
    return (tenant, application, call) ->
        traces.stream()
            .filter(row -> row.call().equals(call) && row.application().equals(application))
            .map(DecidedCall::json)
            .findFirst()
            .or(Optional::empty);
  }

  @Override
  public BudgetLeases leases() {
    return leases;
  }

  @Override
  public LimitSightingWriter limits() {
    return (replica, seen) -> limitSightings.addAll(seen);
  }

  @Override
  public SightingWriter sightings() {
    return new SightingWriter() {
      @Override
      public List<String> replicaSeen(String replica, String url, Instant startedAt, long version) {
        return List.of(replica);
      }

      @Override
      public void poolsSeen(String replica, List<PoolSighting> sightings) {
        // nobody looks
      }
    };
  }
}
