package io.marketplace.api.routing;

import io.marketplace.api.json.Created;
import io.marketplace.api.json.ExpectedVersion;
import io.marketplace.api.once.Once;
import io.marketplace.api.paging.Listing;
import io.marketplace.api.paging.Paging;
import io.marketplace.api.signin.Caller;
import io.marketplace.model.routing.ArchiveProvider;
import io.marketplace.model.routing.ProviderId;
import io.marketplace.model.routing.RegisterProvider;
import io.marketplace.model.routing.RoutingQueries;
import io.marketplace.model.routing.StoreCredential;
import io.marketplace.model.routing.UpdateProvider;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Providers: read by all, written by platform administrators. */
@Path("/providers")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "providers and pools")
public final class ProvidersResource {

  private final Caller caller;
  private final RoutingQueries routing;
  private final RegisterProvider register;
  private final UpdateProvider update;
  private final ArchiveProvider archive;
  private final StoreCredential storeCredential;

  /** Passes on to the use cases and queries. */
  @Inject
  public ProvidersResource(
      Caller caller,
      RoutingQueries routing,
      RegisterProvider register,
      UpdateProvider update,
      ArchiveProvider archive,
      StoreCredential storeCredential) {
    this.caller = caller;
    this.routing = routing;
    this.register = register;
    this.update = update;
    this.archive = archive;
    this.storeCredential = storeCredential;
  }

  /** Providers, by name. */
  @GET
  @Operation(summary = "List providers")
  public Listing<ProviderBody> list(@BeanParam Paging paging) {
    return paging.answer(routing.providers(caller.actor(), paging.request()), ProviderBody::of);
  }

  /** One provider. */
  @GET
  @Path("{id}")
  @Operation(summary = "Read a provider")
  public ProviderBody read(@PathParam("id") String id) {
    return ProviderBody.of(routing.provider(caller.actor(), ProviderId.parse(id)));
  }

  /** Registers a provider. */
  @POST
  @Once
  @Operation(summary = "Register a provider")
  public Response create(ProviderInput told, @Context UriInfo uri) {
    ProviderBody made = ProviderBody.of(register.register(caller.actor(), told.form()));
    return Created.at(uri, made.id(), made);
  }

  /** Changes a provider. */
  @PUT
  @Path("{id}")
  @Operation(summary = "Change a provider")
  public ProviderBody change(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      ProviderInput told) {
    return ProviderBody.of(
        update.update(
            caller.actor(),
            ProviderId.parse(id),
            told.form(),
            ExpectedVersion.of(ifMatch, told.version())));
  }

  /** Takes a provider out of service. */
  @DELETE
  @Path("{id}")
  @Operation(summary = "Archive a provider that runs no pool any more; a change brings it back")
  public void archive(
      @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    OptionalInt version = ExpectedVersion.of(ifMatch, null);
    archive.archive(caller.actor(), ProviderId.parse(id), version);
  }

  /** Stores what the provider is called with; the newest is in force. */
  @POST
  @Path("{id}/credentials")
  @Operation(summary = "Store a provider's credential; it is never told again")
  public void store(@PathParam("id") String id, CredentialInput told) {
    storeCredential.store(caller.actor(), ProviderId.parse(id), told.secret());
  }
}
