package io.marketplace.db.access;

import io.marketplace.db.kernel.Row;
import io.marketplace.db.kernel.Sql;
import io.marketplace.model.access.DecisionKind;
import io.marketplace.model.access.DecisionView;
import io.marketplace.model.access.GrantId;
import io.marketplace.model.access.RequestId;
import io.marketplace.model.access.RequestState;
import io.marketplace.model.access.RequestTerms;
import io.marketplace.model.access.RequestView;
import io.marketplace.model.audit.Facts;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PersonId;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.policy.Sensitivity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How requests and their histories are selected and read. */
final class RequestRows {

  /** Takes: sees all, own teams, me, me. People of the platform are not visible to tenants. */
  static final String SELECT =
      """
      select r.id, r.number, a.id, a.name, m.id, m.name, t.id, t.name,
        r.tier, r.purpose, r.sensitivity, r.expected_requests_per_month, r.budget_nano, r.until,
        r.state, r.approvals_needed, r.requested_by,
        coalesce(p.display_name, 'Platform administration'),
        r.grant_id, r.created_at, r.updated_at
      from access_request r
        join application a on a.id = r.application_id
        join team m on m.id = a.team_id
        join tenant t on t.id = r.tenant_id
        left join person p on p.id = r.requested_by
      where (? or a.team_id = any(?) or r.requested_by = ?)
        and (r.state <> 'draft' or r.requested_by = ?)
      """;

  private static final String HISTORY =
      """
      select d.request_id, d.person_id, coalesce(p.display_name, 'Platform administration'),
        d.kind, d.reason,
        array(select f.key from jsonb_each_text(d.changes) f order by f.key),
        array(select f.value from jsonb_each_text(d.changes) f order by f.key),
        d.at
      from access_decision d left join person p on p.id = d.person_id
      where d.request_id = any(?)
      order by d.at, d.id
      """;

  private RequestRows() {}

  static RequestView request(Row row) {
    RequestTerms terms =
        new RequestTerms(
            Tier.of(row.text(9)).orElseThrow(),
            row.text(10),
            Sensitivity.of(row.text(11)).orElseThrow(),
            row.optionalNumber(12),
            new NanoUsd(row.number(13)),
            row.optionalMoment(14));
    return new RequestView(
        new RequestId(row.id(1)),
        row.number(2),
        new ApplicationId(row.id(3)),
        row.text(4),
        new TeamId(row.id(5)),
        row.text(6),
        new TenantId(row.id(7)),
        row.text(8),
        terms,
        RequestState.of(row.text(15)).orElseThrow(),
        (int) row.number(16),
        new PersonId(row.id(17)),
        row.text(18),
        row.optionalId(19).map(GrantId::new),
        row.moment(20),
        row.moment(21),
        List.of());
  }

  static Page<RequestView> withHistory(Sql sql, Page<RequestView> page) {
    UUID[] ids = page.items().stream().map(view -> view.id().value()).toArray(UUID[]::new);
    Map<UUID, List<DecisionView>> histories = new HashMap<>();
    for (Step step :
        ids.length == 0 ? List.<Step>of() : sql.list(HISTORY, Step::read, (Object) ids)) {
      histories.computeIfAbsent(step.request, id -> new ArrayList<>()).add(step.decision);
    }
    return page.map(
        view -> with(view, histories.getOrDefault(view.id().value(), List.<DecisionView>of())));
  }

  private static RequestView with(RequestView view, List<DecisionView> decisions) {
    return new RequestView(
        view.id(),
        view.number(),
        view.application(),
        view.applicationName(),
        view.team(),
        view.teamName(),
        view.tenant(),
        view.tenantName(),
        view.terms(),
        view.state(),
        view.approvalsNeeded(),
        view.requestedBy(),
        view.requestedByName(),
        view.grant(),
        view.createdAt(),
        view.updatedAt(),
        decisions);
  }

  private record Step(UUID request, DecisionView decision) {

    static Step read(Row row) {
      Map<String, String> changes = new LinkedHashMap<>();
      List<String> names = row.texts(6);
      List<String> values = row.texts(7);
      for (int i = 0; i < names.size(); i++) {
        changes.put(names.get(i), values.get(i));
      }
      return new Step(
          row.id(1),
          new DecisionView(
              new PersonId(row.id(2)),
              row.text(3),
              DecisionKind.of(row.text(4)).orElseThrow(),
              row.text(5),
              Facts.of(changes),
              row.moment(8)));
    }
  }
}
