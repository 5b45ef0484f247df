package io.marketplace.db.seed;

import io.marketplace.db.Standalone;
import io.marketplace.db.kernel.Sql;
import io.marketplace.model.access.ApproveAccess;
import io.marketplace.model.access.RequestAccess;
import io.marketplace.model.audit.AuditSeal;
import io.marketplace.model.audit.AuditTrail;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.keys.KeyHasher;
import io.marketplace.model.keys.KeySecret;
import io.marketplace.model.routing.ArchivePool;
import io.marketplace.model.routing.CredentialCipher;
import io.marketplace.model.routing.HostLookup;
import io.marketplace.model.routing.Pools;
import io.marketplace.model.routing.Providers;
import io.marketplace.model.routing.PutRoute;
import io.marketplace.model.routing.RegisterPool;
import io.marketplace.model.routing.RegisterProvider;
import io.marketplace.model.routing.Routes;
import io.marketplace.model.routing.StoreCredential;
import io.marketplace.model.routing.UpdatePool;
import io.marketplace.model.routing.UpdateProvider;
import io.marketplace.model.routing.UpstreamRules;
import io.marketplace.model.tenant.CreateApplication;
import io.marketplace.model.tenant.CreateTeam;
import io.marketplace.model.tenant.CreateTenant;
import io.marketplace.model.tenant.JoinOnSignIn;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sets up the demo through the use cases, in the name of {@link DemoPeople}. */
public final class Demo {

  private Demo() {}

  /**
   * Sets it up or brings it up to date.
   *
   * @param env see {@link io.marketplace.db.SeedDemo}
   * @return what to print: the names and values of the two demo keys
   * @throws IllegalStateException if a setting is missing or the upstream names no model
   * @throws io.marketplace.model.problem.MarketplaceException as the use cases throw it
   */
  public static Map<String, String> setUp(Map<String, String> env) {
    DemoSettings settings = DemoSettings.of(env);
    // the demo's own models answer on loopback, whatever the portal allows its administrators
    UpstreamRules rules = UpstreamRules.of(env, HostLookup.SYSTEM).withLoopback();
    try (Standalone house = Standalone.open(settings.url(), settings.user(), settings.password())) {
      house
          .with(Clock.class, Clock.systemUTC())
          .with(KeyHasher.class, KeyHasher.ofBase64(settings.pepper()))
          .with(AuditSeal.class, AuditSeal.ofBase64(settings.pepper()))
          .with(CredentialCipher.class, CredentialCipher.ofBase64(settings.masterKey()))
          .with(UpstreamRules.class, rules);
      setUp(house, settings);
    }
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put("OPENAI_API_KEY", settings.key().reveal());
    keys.put("OTHER_TENANT_API_KEY", settings.otherKey().reveal());
    return keys;
  }

  private static void setUp(Standalone house, DemoSettings settings) {
    DemoPeople people = new DemoPeople(house.get(JoinOnSignIn.class));
    Actor administrator = people.administrator();
    models(house, settings).setUp(administrator, settings);
    DemoTenants tenants =
        new DemoTenants(
            house.get(Work.class),
            house.get(Sql.class),
            house.get(CreateTenant.class),
            house.get(CreateTeam.class),
            house.get(CreateApplication.class),
            people);
    DemoAccess access =
        new DemoAccess(
            house.get(Work.class),
            house.get(Sql.class),
            house.get(RequestAccess.class),
            house.get(ApproveAccess.class),
            house.get(KeyHasher.class),
            house.get(AuditTrail.class));
    List<KeySecret> secrets = List.of(settings.key(), settings.otherKey());
    List<DemoTenant> demos = List.of(DemoTenant.RETAIL, DemoTenant.CAPITAL);
    for (int i = 0; i < demos.size(); i++) {
      DemoTenant demo = demos.get(i);
      access.setUp(demo, tenants.setUp(administrator, demo), secrets.get(i));
    }
  }

  private static DemoModels models(Standalone house, DemoSettings settings) {
    Work work = house.get(Work.class);
    return new DemoModels(
        new DemoProviders(
            work,
            house.get(Providers.class),
            house.get(RegisterProvider.class),
            house.get(UpdateProvider.class),
            house.get(StoreCredential.class),
            settings.pepper()),
        new DemoPools(
            work,
            house.get(Pools.class),
            house.get(RegisterPool.class),
            house.get(UpdatePool.class),
            house.get(ArchivePool.class)),
        new DemoRoutes(work, house.get(Routes.class), house.get(PutRoute.class)));
  }
}
