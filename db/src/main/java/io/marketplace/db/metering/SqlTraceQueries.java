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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Reads {@code call_trace} and {@code trace_chunk} for people; a trace's team is its application's.
 */
@Singleton
public final class SqlTraceQueries implements TraceQueries {

  private static final String CHUNKS = "select " + TraceChunkSql.COLUMNS + " from trace_chunk ";

  private static final String REFUSED =
      "select t.request_id, t.started_at, t.tenant_id, t.application_id, t.status, t.outcome,"
          + " t.trace::text from call_trace t join application u on u.id = t.application_id where "
          + UsageSql.SIGHT
          + " and ";

  /** Chunks that are fetched at once: some seconds of a busy marketplace. */
  private static final int PORTION = 10;

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
            refused(actor, "t.request_id = ?", id.value())
                .findFirst()
                .or(() -> answered(actor, id))
                .orElseThrow(
                    () ->
                        new MarketplaceException(
                            ProblemCode.NOT_FOUND, "No call of yours has this identifier.")));
  }

  private Optional<TraceRow> answered(Actor actor, CallId id) {
    Instant made = TraceChunk.madeAt(id);
    return sql
        .list(CHUNKS + "where " + TraceChunkSql.AROUND, SqlTraceQueries::chunk, made, made, made)
        .stream()
        .flatMap(chunk -> chunk.find(id).stream())
        .filter(seenBy(actor))
        .findFirst()
        .map(DecidedCall::row);
  }

  private Stream<TraceRow> refused(Actor actor, String condition, Object parameter) {
    Sight sight = Sight.of(actor);
    return sql
        .list(
            REFUSED + condition, SqlTraceQueries::refusal, sight.whole(), sight.teams(), parameter)
        .stream();
  }

  /**
   * Answered calls are in the order of their ends, to about a second; refused ones of their
   * beginnings.
   */
  @Override
  public Page<TraceRow> recent(Actor actor, PageRequest page) {
    int wanted = page.offset() + page.limit() + 1;
    return work.in(
        actor.scope(),
        () -> {
          List<TraceRow> rows =
              Stream.concat(
                      refused(actor, "true order by t.started_at desc limit ?", wanted),
                      answered(actor, wanted).stream())
                  .sorted(Comparator.comparing(TraceRow::startedAt).reversed())
                  .skip(page.offset())
                  .limit(page.limit() + 1L)
                  .toList();
          boolean more = rows.size() > page.limit();
          return new Page<>(more ? rows.subList(0, page.limit()) : rows, more);
        });
  }

  private List<TraceRow> answered(Actor actor, int wanted) {
    Predicate<DecidedCall> seen = seenBy(actor);
    List<TraceRow> rows = new ArrayList<>();
    int from = 0;
    List<TraceChunk> chunks = portion(from);
    while (!chunks.isEmpty() && rows.size() < wanted) {
      for (TraceChunk chunk : chunks) {
        newestFirst(chunk, seen).limit(wanted).forEach(call -> rows.add(call.row()));
      }
      from += PORTION;
      chunks = portion(from);
    }
    return rows;
  }

  private List<TraceChunk> portion(int from) {
    return sql.list(
        CHUNKS + "order by last_at desc, id limit " + PORTION + " offset " + from,
        SqlTraceQueries::chunk);
  }

  private static Stream<DecidedCall> newestFirst(TraceChunk chunk, Predicate<DecidedCall> seen) {
    return chunk.unpack().stream()
        .filter(seen)
        .sorted(Comparator.comparing(DecidedCall::startedAt).reversed());
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
