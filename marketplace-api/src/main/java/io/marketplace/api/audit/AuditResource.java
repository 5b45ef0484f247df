package io.marketplace.api.audit;

import io.marketplace.api.paging.Listing;
import io.marketplace.api.paging.Paging;
import io.marketplace.api.signin.Caller;
import io.marketplace.model.audit.AuditQueries;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The trail of changes, for auditors, approvers and administrators. */
@Path("/audit")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "audit")
public final class AuditResource {

  private final Caller caller;
  private final AuditQueries audit;

  /** Passes on to the use cases and queries. */
  @Inject
  public AuditResource(Caller caller, AuditQueries audit) {
    this.caller = caller;
    this.audit = audit;
  }

  /** Entries, newest first. */
  @GET
  @Operation(summary = "List audit events")
  public Listing<EventBody> list(@BeanParam EventQuery query, @BeanParam Paging paging) {
    return paging.answer(
        audit.events(caller.actor(), query.filter(), paging.request()), EventBody::of);
  }
}
