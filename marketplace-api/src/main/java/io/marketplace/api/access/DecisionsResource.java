package io.marketplace.api.access;

import io.marketplace.api.signin.Caller;
import io.marketplace.model.access.ApproveAccess;
import io.marketplace.model.access.AskBack;
import io.marketplace.model.access.DenyAccess;
import io.marketplace.model.access.ReplyToAskBack;
import io.marketplace.model.access.RequestId;
import io.marketplace.model.access.WithdrawRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Steps of a request: decided by approvers, answered and withdrawn by those who asked. */
@Path("/access-requests")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "access")
public final class DecisionsResource {

  private final Caller caller;
  private final ApproveAccess approve;
  private final DenyAccess deny;
  private final AskBack askBack;
  private final ReplyToAskBack reply;
  private final WithdrawRequest withdraw;

  /** Passes on to the use cases and queries. */
  @Inject
  public DecisionsResource(
      Caller caller,
      ApproveAccess approve,
      DenyAccess deny,
      AskBack askBack,
      ReplyToAskBack reply,
      WithdrawRequest withdraw) {
    this.caller = caller;
    this.approve = approve;
    this.deny = deny;
    this.askBack = askBack;
    this.reply = reply;
    this.withdraw = withdraw;
  }

  /** Approves. */
  @POST
  @Path("{id}/approve")
  @Operation(summary = "Approve a request, with changes if need be")
  public Standing approve(@PathParam("id") String id, @Nullable Step told) {
    Step step = Step.of(told);
    return Standing.of(
        approve.approve(
            caller.actor(), RequestId.parse(id), step.reason(), step.changed().ofApprover()));
  }

  /** Denies. */
  @POST
  @Path("{id}/deny")
  @Operation(summary = "Deny a request, with the reason")
  public Standing deny(@PathParam("id") String id, @Nullable Step told) {
    return Standing.of(deny.deny(caller.actor(), RequestId.parse(id), Step.of(told).reason()));
  }

  /** Asks something before deciding. */
  @POST
  @Path("{id}/ask-back")
  @Operation(summary = "Ask those who want access something")
  public Standing askBack(@PathParam("id") String id, @Nullable Step told) {
    return Standing.of(askBack.ask(caller.actor(), RequestId.parse(id), Step.of(told).reason()));
  }

  /** Answers what was asked back. */
  @POST
  @Path("{id}/reply")
  @Operation(summary = "Answer what was asked back, changing the terms if need be")
  public Standing reply(@PathParam("id") String id, @Nullable Step told) {
    Step step = Step.of(told);
    return Standing.of(
        reply.reply(
            caller.actor(), RequestId.parse(id), step.reason(), step.changed().ofRequester()));
  }

  /** Takes the request back. */
  @POST
  @Path("{id}/withdraw")
  @Operation(summary = "Withdraw a request")
  public Standing withdraw(@PathParam("id") String id, @Nullable Step told) {
    return Standing.of(
        withdraw.withdraw(caller.actor(), RequestId.parse(id), Step.of(told).reason()));
  }
}
