package io.marketplace.db.metering;

import io.marketplace.db.kernel.Row;
import io.marketplace.db.kernel.Sight;
import io.marketplace.db.kernel.Sql;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.metering.CallId;
import io.marketplace.model.metering.DecidedCall;
import io.marketplace.model.metering.TraceChunk;
import io.marketplace.model.metering.TraceQueries;
import io.marketplace.model.metering.TraceRow;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Reads {@code call_trace} and {@code trace_chunk} for people; a trace's team is its application's.
 * Which calls there are, whose, and when they ended, the ledger knows by its indexes: a chunk is
 * unpacked only where a call that is to be shown must be in it.
 */
@Singleton
public final class SqlTraceQueries implements TraceQueries {

  private static final String CHUNKS =
      "select "
          + TraceChunkSql.COLUMNS
          + " from trace_chunk where "
          + TraceChunkSql.AROUND
          + " limit ? offset ?";

  private static final String REFUSED =
      "select t.request_id, t.started_at, t.tenant_id, t.application_id, t.status, t.outcome,"
          + " t.trace::text from call_trace t join application u on u.id = t.application_id where "
          + UsageSql.SIGHT
          + " and t.request_id = any(?)";

  private static final String ENDED =
      "select u.started_at + make_interval(secs => u.latency_ms / 1000) from usage_row u"
          + " where u.request_id = ?";

  /**
   * The newest calls of the last week and when those ended whose trace is packed, tenant by tenant
   * as indexes have them; takes twice a sight and a number.
   */
  private static final String NEWEST =
      """
      select c.id, c.ended from tenant o cross join lateral (
        (select t.request_id as id, t.started_at as at, null::timestamptz as ended
          from call_trace t join application u on u.id = t.application_id
          where t.tenant_id = o.id and %1$s and t.started_at > now() - interval '7 days'
          order by t.started_at desc limit ?)
        union all
        (select u.request_id, u.started_at, u.started_at + make_interval(secs => u.latency_ms / 1000)
          from usage_row u
          where u.tenant_id = o.id and %1$s and u.started_at > now() - interval '7 days'
            and u.status < 400
          order by u.started_at desc limit ?)) c
      order by c.at desc, c.id desc
      """
          .formatted(UsageSql.SIGHT);

  /** Chunks that are fetched at once: more than one holds a call only where calls last long. */
  private static final int PORTION = 5;

  /** Portions that are looked through for one call. */
  private static final int PORTIONS = 40;

  private record Place(CallId call, Optional<Instant> ended) {}

  private final Work work;
  private final Sql sql;

  /** Reads within {@code work}. */
  @Inject
  public SqlTraceQueries(Work work, Sql sql) {
    this.work = work;
    this.sql = sql;
  }

  @Override
  public TraceRow trace(Actor actor, CallId id) {
    return work.in(
        actor.scope(),
        () ->
            refused(Sight.of(actor), List.of(id)).stream()
                .findFirst()
                .or(() -> answered(actor, id))
                .orElseThrow(
                    () ->
                        new MarketplaceException(
                            ProblemCode.NOT_FOUND, "No call of yours has this identifier.")));
  }

  private Optional<TraceRow> answered(Actor actor, CallId id) {
    Instant ended =
        sql.one(ENDED, row -> row.moment(1), id.value())
            .orElseGet(() -> TraceChunk.madeAt(id).plus(TraceChunkSql.LONGEST));
    Map<CallId, DecidedCall> unpacked = new HashMap<>();
    unpack(id, ended, unpacked);
    return Optional.ofNullable(unpacked.get(id)).filter(seenBy(actor)).map(DecidedCall::row);
  }

  /** In the order of their beginnings. A trace that was lost with its gateway is left out. */
  @Override
  public Page<TraceRow> recent(Actor actor, PageRequest page) {
    Sight sight = Sight.of(actor);
    int wanted = page.offset() + page.limit() + 1;
    return work.in(
        actor.scope(),
        () -> {
          Page<Place> places =
              sql.page(
                  page,
                  NEWEST,
                  row -> new Place(new CallId(row.id(1)), row.optionalMoment(2)),
                  sight.whole(),
                  sight.teams(),
                  wanted,
                  sight.whole(),
                  sight.teams(),
                  wanted);
          return new Page<>(rows(sight, places.items()), places.more());
        });
  }

  private List<TraceRow> rows(Sight sight, List<Place> places) {
    List<CallId> refused =
        places.stream().filter(place -> place.ended().isEmpty()).map(Place::call).toList();
    Map<CallId, TraceRow> found = new HashMap<>();
    refused(sight, refused).forEach(row -> found.put(row.call(), row));
    Map<CallId, DecidedCall> unpacked = new HashMap<>();
    for (Place place : places) {
      place.ended().ifPresent(ended -> unpack(place.call(), ended, unpacked));
    }
    return places.stream()
        .flatMap(
            place ->
                Stream.concat(
                    Stream.ofNullable(found.get(place.call())),
                    Stream.ofNullable(unpacked.get(place.call())).map(DecidedCall::row)))
        .toList();
  }

  private List<TraceRow> refused(Sight sight, List<CallId> calls) {
    if (calls.isEmpty()) {
      return List.of();
    }
    UUID[] ids = calls.stream().map(CallId::value).toArray(UUID[]::new);
    return sql.list(REFUSED, SqlTraceQueries::refusal, sight.whole(), sight.teams(), ids);
  }

  /** Adds the call, if it can be found, and what came to light with it. */
  private void unpack(CallId call, Instant ended, Map<CallId, DecidedCall> unpacked) {
    Instant made = TraceChunk.madeAt(call);
    for (int portion = 0; portion < PORTIONS && !unpacked.containsKey(call); portion++) {
      List<TraceChunk> chunks =
          sql.list(CHUNKS, SqlTraceQueries::chunk, made, made, ended, PORTION, portion * PORTION);
      for (TraceChunk chunk : chunks) {
        chunk.unpack().forEach(one -> unpacked.put(one.call(), one));
        if (unpacked.containsKey(call)) {
          return;
        }
      }
      if (chunks.size() < PORTION) {
        return;
      }
    }
  }

  private Predicate<DecidedCall> seenBy(Actor actor) {
    Sight sight = Sight.of(actor);
    if (sight.whole()) {
      return call -> true;
    }
    Set<ApplicationId> own =
        new HashSet<>(
            sql.list(
                "select id from application where team_id = any(?)",
                row -> new ApplicationId(row.id(1)),
                (Object) sight.teams()));
    return call -> own.contains(call.application());
  }

  private static TraceRow refusal(Row row) {
    return new TraceRow(
        new CallId(row.id(1)),
        row.moment(2),
        new TenantId(row.id(3)),
        new ApplicationId(row.id(4)),
        (int) row.number(5),
        row.text(6),
        row.text(7));
  }

  private static TraceChunk chunk(Row row) {
    return new TraceChunk(
        row.id(1),
        new TenantId(row.id(2)),
        row.moment(3),
        row.moment(4),
        (int) row.number(5),
        row.bytes(6));
  }
}
