package io.marketplace.db.metering;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.marketplace.db.json.Json;
import io.marketplace.db.kernel.Row;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.metering.Attempt;
import io.marketplace.model.metering.AttemptEnd;
import io.marketplace.model.metering.AttemptEntry;
import java.util.List;

/** The attempts beneath a row of the ledger, as its column {@code beneath} holds them. */
final class AttemptRows {

  /** Attempts of one call, in their order; takes the call. */
  static final String OF_CALL =
      """
      select a.n, p.name, v.name, a.model, a.price, a."end", a.status, a.ms, a.prompt, a.completion,
        a.source, a.nano
      from usage_row u cross join lateral rows from (jsonb_to_recordset(u.beneath) as (pool uuid,
          provider uuid, model text, price bigint, "end" text, status bigint, ms double precision,
          prompt bigint, completion bigint, source text, nano bigint))
        with ordinality
        as a (pool, provider, model, price, "end", status, ms, prompt, completion, source, nano, n)
      left join pool p on p.id = a.pool left join provider v on v.id = a.provider
      where u.request_id = ? order by a.n
      """;

  private AttemptRows() {}

  /** As JSON. */
  static String json(List<Attempt> attempts) {
    ArrayNode all = Json.array();
    for (Attempt attempt : attempts) {
      all.addObject()
          .put("pool", attempt.by().pool().toString())
          .put("provider", attempt.by().provider().toString())
          .put("model", attempt.by().model())
          .put("price", attempt.by().priceVersion())
          .put("end", attempt.end().code())
          .put("status", attempt.status())
          .put("ms", attempt.ms())
          .put("prompt", attempt.tokens().prompt())
          .put("cached", attempt.tokens().cached())
          .put("completion", attempt.tokens().completion())
          .put("reasoning", attempt.tokens().reasoning())
          .put("source", attempt.tokens().source().code())
          .put("nano", attempt.cost().value());
    }
    return Json.write(all);
  }

  static AttemptEntry entry(Row row) {
    return new AttemptEntry(
        (int) row.number(1),
        row.optionalText(2),
        row.optionalText(3),
        row.text(4),
        row.optionalNumber(5).map(Long::intValue),
        AttemptEnd.of(row.text(6)).orElseThrow(),
        row.optionalNumber(7).map(Long::intValue),
        row.decimal(8),
        row.number(9),
        row.number(10),
        row.text(11),
        new NanoUsd(row.number(12)));
  }
}
