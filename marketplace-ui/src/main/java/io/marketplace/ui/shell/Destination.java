package io.marketplace.ui.shell;

import static io.marketplace.model.kernel.Role.AUDITOR;
import static io.marketplace.model.kernel.Role.DEVELOPER;
import static io.marketplace.model.kernel.Role.FINOPS;
import static io.marketplace.model.kernel.Role.PLATFORM_ADMIN;
import static io.marketplace.model.kernel.Role.TENANT_APPROVER;

import com.vaadin.flow.router.RouteConfiguration;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An entry of the drawer.
 *
 * @param group the heading it stands under
 * @param label what it says
 * @param path where it leads
 * @param roles who sees it; roles add up
 */
record Destination(String group, String label, String path, Set<Role> roles) {

  private static final List<Destination> ALL =
      List.of(
          new Destination("Decide", "Inbox", "inbox", Set.of(TENANT_APPROVER)),
          new Destination("Use", "Home", "", Set.of(DEVELOPER)),
          new Destination("Run", "Overview", "admin", Set.of(PLATFORM_ADMIN)),
          new Destination("Use", "Catalogue", "catalogue", Set.of(Role.values())),
          new Destination("Use", "Requests", "requests", Set.of(DEVELOPER, AUDITOR)),
          new Destination("Use", "Keys", "keys", Set.of(DEVELOPER)),
          new Destination("Use", "Limits", "limits", Set.of(DEVELOPER)),
          new Destination(
              "Understand",
              "Spend",
              "spend",
              Set.of(DEVELOPER, TENANT_APPROVER, FINOPS, PLATFORM_ADMIN)),
          new Destination(
              "Understand",
              "Budgets",
              "budgets",
              Set.of(DEVELOPER, TENANT_APPROVER, FINOPS, AUDITOR, PLATFORM_ADMIN)),
          new Destination(
              "Understand",
              "Live burn",
              "burn",
              Set.of(DEVELOPER, TENANT_APPROVER, FINOPS, PLATFORM_ADMIN)),
          new Destination(
              "Understand",
              "Explain a call",
              "explain",
              Set.of(DEVELOPER, TENANT_APPROVER, AUDITOR, PLATFORM_ADMIN)),
          new Destination(
              "Understand", "Reconciliation", "reconciliation", Set.of(FINOPS, PLATFORM_ADMIN)),
          new Destination("Decide", "Inbox", "inbox", Set.of(PLATFORM_ADMIN)),
          new Destination(
              "Decide",
              "Grants",
              "grants",
              Set.of(DEVELOPER, TENANT_APPROVER, AUDITOR, PLATFORM_ADMIN)),
          new Destination("Run", "Tenants", "tenants", Set.of(PLATFORM_ADMIN)),
          new Destination("Run", "Providers", "providers", Set.of(PLATFORM_ADMIN)),
          new Destination("Run", "Pools", "pools", Set.of(PLATFORM_ADMIN)),
          new Destination("Run", "Routes", "routes", Set.of(TENANT_APPROVER, PLATFORM_ADMIN)),
          new Destination(
              "Run", "Policies", "policies", Set.of(TENANT_APPROVER, AUDITOR, PLATFORM_ADMIN)),
          new Destination("Run", "Keys", "keys", Set.of(TENANT_APPROVER, PLATFORM_ADMIN)),
          new Destination(
              "Run", "Limits", "limits", Set.of(TENANT_APPROVER, AUDITOR, PLATFORM_ADMIN)),
          new Destination(
              "Run", "Guardrails", "guardrails", Set.of(TENANT_APPROVER, AUDITOR, PLATFORM_ADMIN)),
          new Destination(
              "Run", "Retention", "retention", Set.of(TENANT_APPROVER, AUDITOR, PLATFORM_ADMIN)),
          new Destination("Run", "Webhook", "webhook", Set.of(TENANT_APPROVER, PLATFORM_ADMIN)),
          new Destination("Run", "Model cards", "cards", Set.of(PLATFORM_ADMIN)),
          new Destination(
              "Prove", "Audit log", "audit", Set.of(TENANT_APPROVER, AUDITOR, PLATFORM_ADMIN)));

  /** The entries for the actor, in drawer order, whose pages this portal has and opens to it. */
  static List<Destination> of(Actor actor) {
    RouteConfiguration routes = RouteConfiguration.forApplicationScope();
    return of(actor, routes::getRoute);
  }

  /** The same with {@code pages} to tell which page stands at a path. */
  static List<Destination> of(
      Actor actor, Function<String, ? extends Optional<? extends Class<?>>> pages) {
    return ALL.stream()
        .filter(entry -> entry.roles.stream().anyMatch(actor::is))
        .filter(
            entry -> pages.apply(entry.path).filter(page -> Admission.of(actor, page)).isPresent())
        .collect(
            Collectors.collectingAndThen(
                // the first of two entries of one page stands where the role wants it
                Collectors.toMap(
                    Destination::path,
                    Function.identity(),
                    (one, other) -> one,
                    LinkedHashMap::new),
                found -> List.copyOf(found.values())));
  }
}
