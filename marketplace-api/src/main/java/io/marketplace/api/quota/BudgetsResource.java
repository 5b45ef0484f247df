package io.marketplace.api.quota;

import io.marketplace.api.once.Once;
import io.marketplace.api.paging.Listing;
import io.marketplace.api.paging.Paging;
import io.marketplace.api.signin.Caller;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.quota.BudgetId;
import io.marketplace.model.quota.BudgetQueries;
import io.marketplace.model.quota.RaiseBudget;
import io.marketplace.model.quota.RaiseId;
import io.marketplace.model.quota.RemoveBudget;
import io.marketplace.model.quota.SetBudget;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Caps on spend, their raises and their signals. */
@Path("/budgets")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "budgets")
public final class BudgetsResource {

  private final Caller caller;
  private final BudgetQueries budgets;
  private final SetBudget set;
  private final RemoveBudget remove;
  private final RaiseBudget raise;

  /** Passes on to the use cases and queries. */
  @Inject
  public BudgetsResource(
      Caller caller, BudgetQueries budgets, SetBudget set, RemoveBudget remove, RaiseBudget raise) {
    this.caller = caller;
    this.budgets = budgets;
    this.set = set;
    this.remove = remove;
    this.raise = raise;
  }

  /** Budgets the caller sees. */
  @GET
  @Operation(summary = "List budgets with what is spent and when they are used up")
  public Listing<BudgetBody> list(@BeanParam Paging paging) {
    return paging.answer(budgets.budgets(caller.actor(), paging.request()), BudgetBody::of);
  }

  /** What was signalled. */
  @GET
  @Path("signals")
  @Operation(summary = "List soft signals and used-up budgets, newest first")
  public Listing<SignalBody> signals(@BeanParam Paging paging) {
    return paging.answer(budgets.signals(caller.actor(), paging.request()), SignalBody::of);
  }

  /** One budget. */
  @GET
  @Path("{id}")
  @Operation(summary = "Read a budget")
  public BudgetBody read(@PathParam("id") String id) {
    return BudgetBody.of(budgets.budget(caller.actor(), BudgetId.parse(id)));
  }

  /** What each value of a label has spent. */
  @GET
  @Path("{id}/labels")
  @Operation(summary = "List what each value of the label has spent of a budget for each value")
  public Listing<LabelSpendBody> labels(@PathParam("id") String id, @BeanParam Paging paging) {
    return paging.answer(
        budgets.labels(caller.actor(), BudgetId.parse(id), paging.request()), LabelSpendBody::of);
  }

  /** Sets a budget, or other terms of the one the scope has for that period. */
  @PUT
  @Operation(summary = "Set what a scope may spend in a period")
  public BudgetBody put(BudgetInput told) {
    Actor actor = caller.actor();
    return BudgetBody.of(budgets.budget(actor, set.set(actor, told.wish())));
  }

  /** Takes a budget away. */
  @DELETE
  @Path("{id}")
  @Operation(summary = "Remove a budget")
  public void remove(@PathParam("id") String id) {
    remove.remove(caller.actor(), BudgetId.parse(id));
  }

  /** Asks for a higher cap for a while. */
  @POST
  @Once
  @Path("{id}/raises")
  @Operation(summary = "Ask for a higher cap for a while; an approver who did not ask decides")
  public Response ask(@PathParam("id") String id, NewRaise told) {
    Actor actor = caller.actor();
    RaiseId made =
        raise.request(actor, BudgetId.parse(id), told.capUsd(), told.until(), told.reason());
    return Response.status(Response.Status.CREATED).entity(raise(actor, id, made)).build();
  }

  /** Approves a raise. */
  @POST
  @Path("{id}/raises/{raiseId}/approve")
  @Operation(summary = "Approve a raise")
  public BudgetBody approve(@PathParam("id") String id, @PathParam("raiseId") String raiseId) {
    return decide(id, raiseId, true);
  }

  /** Denies a raise. */
  @POST
  @Path("{id}/raises/{raiseId}/deny")
  @Operation(summary = "Deny a raise")
  public BudgetBody deny(@PathParam("id") String id, @PathParam("raiseId") String raiseId) {
    return decide(id, raiseId, false);
  }

  private BudgetBody decide(String id, String raiseId, boolean approve) {
    Actor actor = caller.actor();
    raise.decide(actor, BudgetId.parse(id), RaiseId.parse(raiseId), approve);
    return read(id);
  }

  private RaiseBody raise(Actor actor, String id, RaiseId made) {
    return budgets.budget(actor, BudgetId.parse(id)).raises().stream()
        .filter(one -> one.id().equals(made))
        .map(RaiseBody::of)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the raise was kept"));
  }
}
