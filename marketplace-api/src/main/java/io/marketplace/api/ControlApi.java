package io.marketplace.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/**
 * The application of all resources, below {@code /api/v1}. Resources and providers are found by
 * annotation. Whoever calls proves who they are with a bearer token of the identity provider.
 */
@ApplicationPath("/v1")
@LoginConfig(authMethod = "MP-JWT")
@SecurityScheme(
    securitySchemeName = "bearer",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    bearerFormat = "JWT")
@OpenAPIDefinition(
    info =
        @Info(
            title = "Model marketplace control API",
            version = "1",
            description =
                "Money is a decimal string in US dollars, times are RFC 3339, failures are problem"
                    + " documents (RFC 9457), lists page by an opaque cursor. A creation that"
                    + " carries an Idempotency-Key is carried out once."),
    security = @SecurityRequirement(name = "bearer"))
public class ControlApi extends Application {}
