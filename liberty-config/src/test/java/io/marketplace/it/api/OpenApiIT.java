package io.marketplace.it.api;

import static io.marketplace.it.control.ControlApi.as;
import static io.marketplace.it.control.ControlApi.nobody;
import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.it.control.ControlApi.Caller;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpenApiIT {

  private static final List<String> METHODS = List.of("get", "post", "put", "delete");

  private final Response document =
      nobody().basePath("").accept("application/json").get("/api/openapi");

  @Test
  void theDocumentNamesEveryResource() {
    document.then().statusCode(200);
    Map<String, Object> paths = document.path("paths");
    assertThat(paths.keySet().stream().map(path -> path.replaceFirst("^/api", "")))
        .contains(
            "/v1/tiers",
            "/v1/models",
            "/v1/applications",
            "/v1/applications/{id}/keys",
            "/v1/access-requests",
            "/v1/access-requests/{id}/approve",
            "/v1/grants/{id}/revoke",
            "/v1/keys/{id}/rotate",
            "/v1/limits",
            "/v1/policies",
            "/v1/providers/{id}/credentials",
            "/v1/pools",
            "/v1/routes/{alias}",
            "/v1/usage",
            "/v1/usage/requests/{requestId}",
            "/v1/audit");
    Map<String, Object> fields = document.path("components.schemas.NewApplication.properties");
    assertThat(fields).containsOnlyKeys("teamId", "name", "description");
    Map<String, Object> schemes = document.path("components.securitySchemes");
    assertThat(schemes).containsKey("bearer");
  }

  @Test
  void everyOperationHasASummaryAndNeedsAToken() {
    Map<String, Map<String, Map<String, Object>>> paths = document.path("paths");
    paths.forEach(
        (path, operations) ->
            operations.forEach(
                (method, operation) -> {
                  if (METHODS.contains(method)) {
                    assertThat(operation).as(method + " " + path).containsKey("summary");
                    String address =
                        path.replaceFirst("^(/api)?/v1", "").replaceAll("\\{[^}]+}", "x");
                    nobody()
                        .contentType(taken(operation))
                        .request(method.toUpperCase(Locale.ROOT), address)
                        .then()
                        .statusCode(401);
                  }
                }));
  }

  @Test
  void operationsThatReadAndNoOthersTellOfTheTenantParameter() {
    Map<String, Map<String, Map<String, Object>>> paths = document.path("paths");
    paths.forEach(
        (path, operations) ->
            operations.forEach(
                (method, operation) -> {
                  if (METHODS.contains(method)) {
                    assertThat(names(operation.get("parameters")).contains("tenant"))
                        .as(method + " " + path)
                        .isEqualTo(method.equals("get"));
                  }
                }));
  }

  private static List<String> names(@Nullable Object parameters) {
    return parameters instanceof List<?> several
        ? several.stream().map(one -> String.valueOf(((Map<?, ?>) one).get("name"))).toList()
        : List.of();
  }

  /** The type of body that the operation takes; JSON where it takes none. */
  private static String taken(Map<String, Object> operation) {
    return operation.get("requestBody") instanceof Map<?, ?> body
            && body.get("content") instanceof Map<?, ?> content
        ? String.valueOf(content.keySet().iterator().next())
        : "application/json";
  }

  @Test
  void anIdentifierNobodyGaveOutIsNotFoundAnywhere() {
    Map<String, Map<String, Object>> paths = document.path("paths");
    paths.forEach(
        (path, operations) -> {
          if (path.matches(".*/\\{(id|requestId|tenantId)}$") && operations.containsKey("get")) {
            String address =
                path.replaceFirst("^(/api)?/v1", "")
                    .replaceAll("\\{[^}]+}", "0199c0de-0000-7000-8000-000000000000");
            BadInputIT.problem(as(Caller.ADMIN).get(address), 404);
          }
        });
  }
}
