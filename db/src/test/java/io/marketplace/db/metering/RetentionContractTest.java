package io.marketplace.db.metering;

import static io.marketplace.db.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.db.Enterprise;
import io.marketplace.model.audit.AuditFilter;
import io.marketplace.model.audit.AuditQueries;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.Scope;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.metering.CallId;
import io.marketplace.model.metering.OldCalls;
import io.marketplace.model.metering.RemoveOldCalls;
import io.marketplace.model.metering.Retention;
import io.marketplace.model.metering.RetentionDays;
import io.marketplace.model.metering.RetentionPreview;
import io.marketplace.model.metering.RetentionQueries;
import io.marketplace.model.metering.RetentionRun;
import io.marketplace.model.metering.RetentionView;
import io.marketplace.model.metering.SetRetention;
import io.marketplace.model.metering.UsageDimension;
import io.marketplace.model.metering.UsagePeriod;
import io.marketplace.model.metering.UsageQueries;
import io.marketplace.model.metering.UsageQuery;
import io.marketplace.model.metering.UsageReport;
import io.marketplace.model.problem.ProblemCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long calls stay: who says it, what goes, and what never changes by it. */
class RetentionContractTest {

  private static final PageRequest FIRST = PageRequest.first(50);
  private static final RetentionDays HALF_A_YEAR = new RetentionDays(RetentionDays.LEAST);

  private Enterprise house;
  private LedgerRows ledger;
  private ApplicationId payments;
  private ApplicationId research;
  private Instant today;

  @BeforeEach
  void open() throws SQLException {
    house = new Enterprise();
    ledger = new LedgerRows(house);
    payments = house.application("Payments");
    research = house.otherApplication("Research");
    today = house.clock.instant().truncatedTo(ChronoUnit.DAYS);
  }

  @AfterEach
  void close() throws SQLException {
    house.close();
  }

  private CallId book(int daysAgo) {
    return ledger.book(
        house.developer, payments, "utility", "billing", today.minus(Duration.ofDays(daysAgo)), 7);
  }

  private CallId bookOther(int daysAgo) {
    Instant at = today.minus(Duration.ofDays(daysAgo));
    return ledger.book(house.otherDeveloper, research, "utility", "billing", at, 11);
  }

  private Retention set(Actor actor, TenantId tenant, int days) {
    return house
        .get(SetRetention.class)
        .set(actor, tenant, Optional.of(new RetentionDays(days)), OptionalInt.empty());
  }

  private void remove() {
    house.get(RemoveOldCalls.class).remove();
  }

  private RetentionView view(Actor actor) {
    return house.get(RetentionQueries.class).retention(actor, house.retail);
  }

  private RetentionRun run() {
    return view(house.approver).lastRun().orElseThrow();
  }

  private String one(String query) throws SQLException {
    return house.database.one(query);
  }

  private void admin(String command) throws SQLException {
    house.database.execute(command);
  }

  private String rows() throws SQLException {
    return one("select count(*) from usage_row");
  }

  @Test
  void approversSetTheirOwnAndAdministratorsAny() {
    assertThat(view(house.developer).days()).isEmpty();
    assertThat(view(house.developer).version()).isZero();

    assertThat(set(house.approver, house.retail, 200).version()).isEqualTo(1);
    assertThat(set(house.admin, house.retail, 300).version()).isEqualTo(2);
    assertThat(set(house.admin, house.retail, 300).version()).isEqualTo(2);
    assertThat(view(house.developer).days()).contains(new RetentionDays(300));
    assertThat(view(house.developer).changedBy()).contains(house.admin.name());

    for (Actor other : List.of(house.developer, house.finops, house.auditor)) {
      assertRefused(ProblemCode.FORBIDDEN, () -> set(other, house.retail, 300));
    }
    assertRefused(ProblemCode.NOT_FOUND, () -> set(house.otherApprover, house.retail, 300));
    assertRefused(ProblemCode.NOT_FOUND, () -> view(house.otherApprover));
    assertRefused(ProblemCode.NOT_FOUND, () -> set(house.admin, TenantId.create(), 300));
    RetentionQueries queries = house.get(RetentionQueries.class);
    assertThat(queries.retentions(house.otherApprover, FIRST).items())
        .extracting(RetentionView::tenantName)
        .containsExactly("Capital");
    assertThat(queries.retentions(house.finops, FIRST).items()).hasSize(2);
  }

  @Test
  void theLawsBoundsHold() {
    for (int days : new int[] {-1, 0, 183, 3_661}) {
      assertRefused(ProblemCode.INVALID_REQUEST, () -> set(house.admin, house.retail, days));
    }
    assertThat(set(house.approver, house.retail, 184).days()).contains(HALF_A_YEAR);
    assertThat(set(house.approver, house.retail, 3_660).version()).isEqualTo(2);
  }

  @Test
  void whoChangesWhatSomebodyElseChangedIsTold() {
    SetRetention set = house.get(SetRetention.class);
    set(house.approver, house.retail, 200);
    assertRefused(
        ProblemCode.CONFLICT,
        () -> set.set(house.admin, house.retail, Optional.empty(), OptionalInt.of(0)));

    assertThat(set.set(house.admin, house.retail, Optional.empty(), OptionalInt.of(1)).days())
        .isEmpty();
  }

  @Test
  void whatWouldGoIsToldBeforeAndIsWhatGoes() throws SQLException {
    CallId first = book(300);
    CallId second = book(185);
    CallId kept = book(184);
    book(1);
    CallId others = bookOther(300);
    RetentionQueries queries = house.get(RetentionQueries.class);

    RetentionPreview preview = queries.preview(house.approver, house.retail, HALF_A_YEAR);

    assertThat(preview.calls()).isEqualTo(2);
    assertThat(preview.oldest())
        .contains(today.minus(Duration.ofDays(300)).atOffset(ZoneOffset.UTC).toLocalDate());
    assertRefused(
        ProblemCode.FORBIDDEN, () -> queries.preview(house.developer, house.retail, HALF_A_YEAR));
    assertRefused(
        ProblemCode.NOT_FOUND,
        () -> queries.preview(house.otherApprover, house.retail, HALF_A_YEAR));
    remove();
    assertThat(rows()).as("for ever unless somebody says otherwise").isEqualTo("5");

    set(house.approver, house.retail, RetentionDays.LEAST);
    remove();

    UsageQueries usage = house.get(UsageQueries.class);
    for (CallId gone : List.of(first, second)) {
      assertRefused(ProblemCode.NOT_FOUND, () -> usage.request(house.developer, gone));
    }
    assertThat(usage.request(house.developer, kept).entry().id()).isEqualTo(kept);
    assertThat(usage.request(house.otherDeveloper, others).entry().id()).isEqualTo(others);
    assertThat(run().calls()).isEqualTo(2);
    assertThat(run().keptFrom()).isEqualTo(today.minus(Duration.ofDays(184)));
    assertThat(run().ended()).isPresent();
    assertThat(queries.preview(house.approver, house.retail, HALF_A_YEAR).calls()).isZero();
  }

  @Test
  void noSumChanges() throws SQLException {
    for (int day : new int[] {400, 300, 200, 184, 30, 1}) {
      book(day);
      bookOther(day);
    }
    set(house.approver, house.retail, RetentionDays.LEAST);
    List<String> before = sums();

    remove();

    assertThat(rows()).isEqualTo("9");
    assertThat(sums()).isEqualTo(before);
  }

  /** All that is told of money: usage by hours, invoices' side of the ledger, budgets. */
  private List<String> sums() throws SQLException {
    UsagePeriod period =
        new UsagePeriod(today.minus(Duration.ofDays(399)), today.plus(Duration.ofDays(1)));
    UsageReport report =
        house
            .get(UsageQueries.class)
            .report(house.admin, UsageQuery.of(period, UsageDimension.DAY), FIRST);
    return List.of(
        report.toString(),
        one("select md5(string_agg(h::text, ',' order by h::text)) from usage_hour h"),
        one("select md5(string_agg(s::text, ',' order by s::text)) from speed_sum s"),
        one("select concat(sum(leased_nano), ' ', sum(settled_nano)) from budget_window"));
  }

  @Test
  void tracesGoWithTheirCalls() throws SQLException {
    String old = "timestamptz '" + today.minus(Duration.ofDays(185)) + "'";
    String young = "timestamptz '" + today.minus(Duration.ofDays(184)) + "'";
    for (String at : List.of(old, young)) {
      admin(
          "insert into trace_chunk (id, tenant_id, first_at, last_at, calls, body) values"
              + " (gen_random_uuid(), '%1$s', %2$s, %2$s, 3, '')".formatted(house.retail, at));
      admin(
          "insert into call_trace (request_id, started_at, tenant_id, application_id, status, outcome,"
              + " trace) values (gen_random_uuid(), %2$s, '%1$s', gen_random_uuid(), 403, 'x', '{}')"
                  .formatted(house.retail, at));
    }
    set(house.approver, house.retail, RetentionDays.LEAST);

    remove();

    assertThat(one("select count(*) from trace_chunk")).isEqualTo("1");
    assertThat(one("select count(*) from call_trace")).isEqualTo("1");
    assertThat(run().traces()).isEqualTo(4);
  }

  @Test
  void aDayThatNobodyKeepsIsDroppedWhole() throws SQLException {
    partition(250);
    partition(260);
    book(250);
    book(260);
    bookOther(260);
    set(house.approver, house.retail, RetentionDays.LEAST);

    remove();

    assertThat(partitions()).isEqualTo("1");
    assertThat(run().calls()).isEqualTo(2);
    assertThat(rows()).isEqualTo("1");
    set(house.otherApprover, house.capital, RetentionDays.LEAST);
    remove();
    assertThat(partitions()).isEqualTo("0");
    assertThat(rows()).isEqualTo("0");
  }

  @Test
  void aDayThatSomebodyReadsStaysUntilTheNextRunWithoutItsRows() throws SQLException {
    partition(250);
    book(250);
    set(house.approver, house.retail, RetentionDays.LEAST);
    try (Connection reader = house.database.admin();
        Statement statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      statement.execute("select count(*) from usage_row");
      remove();
      reader.commit();
    }
    assertThat(partitions()).isEqualTo("1");
    assertThat(rows()).isEqualTo("0");

    house.clock.move(Duration.ofDays(1));
    remove();

    assertThat(partitions()).isEqualTo("0");
  }

  private void partition(int daysAgo) throws SQLException {
    Instant day = today.minus(Duration.ofDays(daysAgo));
    admin(
        "create table usage_row_%1$s partition of usage_row for values from ('%2$s') to ('%3$s')"
            .formatted(
                day.toString().substring(0, 10).replace("-", ""),
                day,
                day.plus(Duration.ofDays(1))));
  }

  private String partitions() throws SQLException {
    return one(
        "select count(*) from pg_class where relname ~ '^usage_row_[0-9]{8}$' and"
            + " to_date(right(relname, 8), 'YYYYMMDD') < current_date - 1");
  }

  @Test
  void aRunThatWasCutOffGoesOn() throws SQLException {
    for (int i = 0; i < 5; i++) {
      book(200 + i);
    }
    set(house.approver, house.retail, RetentionDays.LEAST);
    Work work = house.get(Work.class);
    OldCalls calls = house.get(OldCalls.class);
    Instant now = house.clock.instant().truncatedTo(ChronoUnit.MICROS);
    work.in(
        Scope.PLATFORM,
        () -> {
          calls.begin(now, Duration.ofHours(20));
          return calls;
        });
    assertThat(work.in(Scope.PLATFORM, () -> calls.remove(house.retail, now, 2))).isTrue();
    assertThat(rows()).isEqualTo("3");
    assertThat(run().ended()).isEmpty();

    house.clock.move(Duration.ofMinutes(1));
    remove();

    assertThat(rows()).isEqualTo("0");
    assertThat(run().calls()).isEqualTo(5);
    assertThat(run().began()).isEqualTo(now);
  }

  @Test
  void oneServerRemovesAtATime() throws SQLException {
    book(200);
    set(house.approver, house.retail, RetentionDays.LEAST);
    Work work = house.get(Work.class);
    OldCalls calls = house.get(OldCalls.class);
    boolean other =
        work.in(
            Scope.PLATFORM,
            () -> {
              assertThat(calls.alone()).isTrue();
              Thread second = new Thread(this::remove);
              second.start();
              try {
                second.join();
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
              return true;
            });
    assertThat(other).isTrue();
    assertThat(rows()).isEqualTo("1");

    remove();

    assertThat(rows()).isEqualTo("0");
  }

  @Test
  void moreDaysStopARunAndNothingGoneComesBackTwice() throws SQLException {
    CallId gone = book(200);
    set(house.approver, house.retail, RetentionDays.LEAST);
    remove();
    set(house.approver, house.retail, 400);
    book(190);
    house.clock.move(Duration.ofDays(1));
    List<String> before = sums();
    remove();
    assertThat(rows()).as("a late row from before what was kept is not booked").isEqualTo("0");
    assertThat(sums()).isEqualTo(before);
    assertThat(gone).isNotNull();
    book(180);
    assertThat(rows()).isEqualTo("1");
  }

  @Test
  void whatWasDoneStandsInTheAudit() {
    book(200);
    set(house.approver, house.retail, RetentionDays.LEAST);
    remove();
    List<String> told =
        house
            .get(AuditQueries.class)
            .events(house.approver, AuditFilter.ALL, FIRST)
            .items()
            .stream()
            .map(event -> event.action() + " " + event.after())
            .toList();
    assertThat(told.getFirst()).startsWith("retention.removed").contains("calls=1");
    assertThat(told.get(1)).startsWith("retention.set").contains("days=184");
  }
}
