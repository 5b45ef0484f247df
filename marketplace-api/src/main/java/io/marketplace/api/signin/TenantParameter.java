package io.marketplace.api.signin;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Tells of {@link TenantSight}'s parameter on every operation of the OpenAPI document that reads.
 */
public final class TenantParameter implements OASFilter {

  @Override
  public PathItem filterPathItem(PathItem path) {
    Operation reading = path.getGET();
    if (reading != null) {
      reading.addParameter(
          OASFactory.createParameter()
              .name(TenantSight.PARAMETER)
              .in(Parameter.In.QUERY)
              .description(
                  "For those who see all tenants: what this tenant's people would see. Another's"
                      + " tenant answers 404")
              .schema(OASFactory.createSchema().type(Schema.SchemaType.STRING).format("uuid")));
    }
    return path;
  }
}
