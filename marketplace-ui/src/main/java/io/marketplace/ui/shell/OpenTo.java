package io.marketplace.ui.shell;

import io.marketplace.model.kernel.Role;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may open a page. A page without it is open to everybody who is signed in. The use cases check
 * again.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface OpenTo {

  /** One of these roles suffices. */
  Role[] value();

  /**
   * Whether the page shows what belongs to no single tenant, so that a tenant's people stay out.
   */
  boolean aboveTenants() default false;
}
