package io.marketplace.it.journey;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The portal's pages and who may open them, as the pages say of themselves. */
final class PortalRoutes {
  private static final String ROUTE = "com.vaadin.flow.router.Route";
  private static final String OPEN_TO = "io.marketplace.ui.shell.OpenTo";

  private PortalRoutes() {}

  /**
   * A page.
   *
   * @param template its address with the parameters' names
   * @param roles who may open it; empty: everybody
   * @param aboveTenants whether a tenant's own people stay out whatever their role
   */
  record PortalRoute(String template, Set<String> roles, boolean aboveTenants) {
    boolean opensTo(DemoPerson person) {
      return (roles.isEmpty() || roles.contains(person.role()))
          && !(aboveTenants && person.ofTenant());
    }
  }

  /** All of them, by address. */
  static List<PortalRoute> all() {
    return new ClassFileImporter()
        .importPath(Path.of("..", "marketplace-ui", "target", "classes")).stream()
            .flatMap(page -> route(page).stream())
            .sorted((one, other) -> one.template().compareTo(other.template()))
            .toList();
  }

  private static Optional<PortalRoute> route(JavaClass page) {
    return page.tryGetAnnotationOfType(ROUTE)
        .flatMap(route -> route.get("value"))
        .map(
            template -> {
              Optional<JavaAnnotation<JavaClass>> open = page.tryGetAnnotationOfType(OPEN_TO);
              return new PortalRoute(
                  template.toString(),
                  open.flatMap(one -> one.get("value"))
                      .map(PortalRoutes::roles)
                      .orElse(Set.<String>of()),
                  open.flatMap(one -> one.get("aboveTenants")).equals(Optional.of(true)));
            });
  }

  private static Set<String> roles(Object value) {
    Stream<?> constants = value instanceof Object[] many ? Arrays.stream(many) : Stream.of(value);
    return constants
        .map(constant -> ((JavaEnumConstant) constant).name())
        .collect(Collectors.toUnmodifiableSet());
  }
}
