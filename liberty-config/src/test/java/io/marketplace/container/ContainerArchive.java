package io.marketplace.container;

import io.marketplace.db.Migrate;
import java.io.File;
import java.net.URISyntaxException;
import java.sql.SQLException;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The archive that the container tests are deployed in: the model and its adapters as the portal
 * carries them.
 */
final class ContainerArchive {

  private static final String PASSWORD = "scratch";

  // "all": a class that is only @Singleton is no bean otherwise
  private static final String ALL_BEANS =
      """
      <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0" bean-discovery-mode="all"/>
      """;

  private ContainerArchive() {}

  /** The archive, on a database brought to this build's version. */
  static WebArchive on(Class<?>... tests) throws SQLException {
    Migrate.run(
        Map.of(
            "MARKETPLACE_DB_ADMIN_URL", setting("MARKETPLACE_TEST_DB_URL"),
            "MARKETPLACE_DB_ADMIN_USER", setting("MARKETPLACE_TEST_DB_USER"),
            "MARKETPLACE_DB_ADMIN_PASSWORD", setting("MARKETPLACE_TEST_DB_PASSWORD"),
            "MARKETPLACE_DB_PORTAL_PASSWORD", PASSWORD,
            "MARKETPLACE_DB_GATEWAY_PASSWORD", PASSWORD));
    WebArchive archive =
        ShrinkWrap.create(WebArchive.class, tests[0].getSimpleName() + ".war")
            .addAsWebInfResource(new StringAsset(ALL_BEANS), "beans.xml")
            .addClasses(tests)
            .addClasses(People.class, Beans.class);
    for (File jar : libraries()) {
      archive.addAsLibrary(jar);
    }
    archive.addAsLibrary(assertj());
    return archive;
  }

  private static File[] libraries() {
    File[] found = new File("../marketplace-api/target/marketplace-api/WEB-INF/lib").listFiles();
    if (found == null) {
      throw new IllegalStateException("marketplace-api is not built; build the whole reactor");
    }
    return found;
  }

  private static File assertj() {
    try {
      return new File(Assertions.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String setting(String name) {
    String value = System.getenv(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException(
          name + " is not set; ./marketplace test starts what is needed");
    }
    return value;
  }
}
