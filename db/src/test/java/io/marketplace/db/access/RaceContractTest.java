package io.marketplace.db.access;

import static io.marketplace.db.Enterprise.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.db.Enterprise;
import io.marketplace.model.access.AccessQueries;
import io.marketplace.model.access.ApproveAccess;
import io.marketplace.model.access.GrantFilter;
import io.marketplace.model.access.RequestAccess;
import io.marketplace.model.access.RequestFilter;
import io.marketplace.model.access.RequestId;
import io.marketplace.model.access.RequestState;
import io.marketplace.model.access.TermChanges;
import io.marketplace.model.access.WithdrawRequest;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.TestInstance;

/** Two at once, on real threads and connections. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RaceContractTest {

  private static final int ROUNDS = 10;

  private Enterprise e;
  private int count;

  @BeforeAll
  void start() throws SQLException {
    e = new Enterprise();
  }

  @AfterAll
  void stop() throws SQLException {
    e.close();
  }

  private RequestId ask(Sensitivity sensitivity) {
    return e.get(RequestAccess.class)
        .request(
            e.developer, e.application("race " + ++count), terms(Tier.UTILITY, sensitivity, "5"))
        .id();
  }

  private Callable<String> approval(Actor actor, RequestId id) {
    return () ->
        e.get(ApproveAccess.class).approve(actor, id, null, TermChanges.NONE).state().code();
  }

  /** What each of the two was told: a state, or the code of a refusal. */
  private static List<String> atOnce(Callable<String> one, Callable<String> other)
      throws InterruptedException, ExecutionException {
    CyclicBarrier barrier = new CyclicBarrier(2);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<String>> told =
          Stream.of(one, other)
              .map(
                  call ->
                      threads.submit(
                          () -> {
                            barrier.await();
                            try {
                              return call.call();
                            } catch (MarketplaceException refused) {
                              return refused.code().code();
                            }
                          }))
              .toList();
      return List.of(told.get(0).get(), told.get(1).get());
    }
  }

  @RepeatedTest(ROUNDS)
  void ofTwoApproversOneGrants() throws InterruptedException, ExecutionException {
    RequestId id = ask(Sensitivity.INTERNAL);
    assertThat(atOnce(approval(e.approver, id), approval(e.secondApprover, id)))
        .containsExactlyInAnyOrder("granted", ProblemCode.CONFLICT.code());
    assertThat(e.get(AccessQueries.class).request(e.approver, id).decisions()).hasSize(1);
  }

  @RepeatedTest(ROUNDS)
  void twoApproversGiveTheTwoApprovals() throws InterruptedException, ExecutionException {
    RequestId id = ask(Sensitivity.RESTRICTED);
    assertThat(atOnce(approval(e.approver, id), approval(e.secondApprover, id)))
        .containsExactlyInAnyOrder("half-approved", "granted");
  }

  @RepeatedTest(ROUNDS)
  void oneApproverTwiceIsOneApproval() throws InterruptedException, ExecutionException {
    RequestId id = ask(Sensitivity.RESTRICTED);
    assertThat(atOnce(approval(e.approver, id), approval(e.approver, id)))
        .containsExactlyInAnyOrder("half-approved", ProblemCode.CONFLICT.code());
  }

  @RepeatedTest(ROUNDS)
  void eitherApprovedOrWithdrawn() throws InterruptedException, ExecutionException {
    RequestId id = ask(Sensitivity.INTERNAL);
    Callable<String> withdrawal =
        () -> e.get(WithdrawRequest.class).withdraw(e.developer, id, null).state().code();
    List<String> told = atOnce(approval(e.approver, id), withdrawal);
    assertThat(told).containsOnlyOnce(ProblemCode.CONFLICT.code());
    RequestState state = e.get(AccessQueries.class).request(e.approver, id).state();
    assertThat(told).contains(state.code());
  }

  @RepeatedTest(ROUNDS)
  void doubleSubmitAsksOnce() throws InterruptedException, ExecutionException {
    ApplicationId application = e.application("twice " + ++count);
    Callable<String> submit =
        () ->
            e.get(RequestAccess.class)
                .request(e.developer, application, terms(Tier.UTILITY))
                .state()
                .code();
    assertThat(atOnce(submit, submit))
        .containsExactlyInAnyOrder("pending", ProblemCode.CONFLICT.code());
    assertThat(
            e.get(AccessQueries.class)
                .requests(e.developer, RequestFilter.MINE, PageRequest.first(200))
                .items())
        .filteredOn(view -> view.application().equals(application))
        .hasSize(1);
    assertThat(
            e.get(AccessQueries.class)
                .grants(e.developer, GrantFilter.activeOf(application), PageRequest.first(1))
                .items())
        .isEmpty();
  }
}
