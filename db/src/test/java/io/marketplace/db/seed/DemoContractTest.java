package io.marketplace.db.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marketplace.db.TestDatabase;
import io.marketplace.model.keys.KeyHasher;
import io.marketplace.model.keys.KeySecret;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The demo's set-up on a real database: repeated, moved, with and without an upstream. */
class DemoContractTest {

  private static final String EVERYTHING =
      """
      select (select count(*) from tenant), (select count(*) from team),
        (select count(*) from application), (select count(*) from access_grant where state = 'active'),
        (select count(*) from access_request), (select count(*) from virtual_key),
        (select count(*) from key_secret), (select count(*) from provider), (select count(*) from pool),
        (select count(*) from price), (select count(*) from route), (select count(*) from person),
        (select count(*) from audit_event), (select version from config_version)
      """;

  private static final String CHAT =
      """
      select (select string_agg(p.name, ',') from pool p
          where p.id::text in (select jsonb_path_query(body, '$.candidates[*].poolId') #>> '{}')),
        (select string_agg(p.name, ',') from pool p
          where p.id::text in (select jsonb_path_query(body, '$.fallback[*][*].poolId') #>> '{}'))
      from route where alias = 'reasoning' order by version desc limit 1
      """;

  private TestDatabase database;
  private final Map<String, String> env = new HashMap<>();

  @BeforeEach
  void open() throws SQLException {
    database = TestDatabase.create();
    String key = Base64.getEncoder().encodeToString(new byte[32]);
    SecureRandom random = new SecureRandom();
    env.put("MARKETPLACE_DB_URL", database.url());
    env.put("MARKETPLACE_DB_PORTAL_PASSWORD", database.password());
    env.put("MARKETPLACE_KEY_PEPPER", key);
    env.put("MARKETPLACE_MASTER_KEY", key);
    env.put("DEMO_KEY", KeySecret.create(random).reveal());
    env.put("DEMO_OTHER_KEY", KeySecret.create(random).reveal());
    env.put("DEMO_SMOLLM2_URL", "http://127.0.0.1:8301");
    env.put("DEMO_GEMMA3_URL", "http://127.0.0.1:8302");
    env.put("DEMO_BUILTIN_URL", "http://127.0.0.1:8300");
  }

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  @Test
  void twiceIsTheSameAsOnce() throws SQLException {
    Map<String, String> printed = Demo.setUp(env);
    List<String> once = row(EVERYTHING);
    Demo.setUp(env);

    assertThat(row(EVERYTHING)).isEqualTo(once);
    assertThat(once.subList(0, 11))
        .containsExactly("2", "4", "2", "6", "6", "2", "2", "1", "4", "4", "6");
    assertThat(printed)
        .containsEntry("OPENAI_API_KEY", env.get("DEMO_KEY"))
        .containsEntry("OTHER_TENANT_API_KEY", env.get("DEMO_OTHER_KEY"));
  }

  @Test
  void theKeysAreKnownByTheirHashesOnly() throws SQLException {
    Demo.setUp(env);
    KeySecret secret = KeySecret.parse(env.getOrDefault("DEMO_KEY", "")).orElseThrow();
    String hash = new KeyHasher(new byte[32]).hash(secret).toString();

    assertThat(
            row(
                "select t.slug, k.sensitivity, array_to_string(k.tiers, ',') from key_secret s"
                    + " join virtual_key k on k.id = s.key_id join tenant t on t.id = k.tenant_id"
                    + " where encode(s.hash, 'hex') = '"
                    + hash
                    + "'"))
        .containsExactly("retail", "internal", "embedding,reranker,utility");
  }

  @Test
  void poolsFollowTheAddressesOfEachStart() throws SQLException {
    Demo.setUp(env);
    assertThat(row(CHAT)).containsExactly("gemma3", "smollm2");
    env.put("DEMO_SMOLLM2_URL", "http://127.0.0.1:9301");
    env.put("DEMO_GEMMA3_URL", "");
    Demo.setUp(env);

    assertThat(row("select endpoints[1] from pool where name = 'smollm2'"))
        .containsExactly("http://127.0.0.1:9301");
    assertThat(row(CHAT)).containsExactly("smollm2", "null");
    assertThat(row("select archived_at is not null from pool where name = 'gemma3'"))
        .containsExactly("t");
    env.put("DEMO_GEMMA3_URL", "http://127.0.0.1:8302");
    Demo.setUp(env);
    assertThat(row(CHAT)).containsExactly("gemma3", "smollm2");
  }

  @Test
  void anAttachedUpstreamStandsBeforeTheOthersAndItsCredentialIsStoredOnce() throws SQLException {
    env.put("UPSTREAM_BASE_URL", "http://127.0.0.1:9/v1");
    env.put("UPSTREAM_API_KEY", "sk-upstream");
    env.put("UPSTREAM_MODEL", "large");
    Demo.setUp(env);
    Demo.setUp(env);

    assertThat(row(CHAT).getFirst()).isEqualTo("attached-upstream");
    assertThat(
            row(
                "select count(*), min(p.jurisdiction) from provider_credential c"
                    + " join provider p on p.id = c.provider_id"))
        .containsExactly("1", "on-premises");
    env.put("UPSTREAM_API_KEY", "sk-another");
    Demo.setUp(env);
    assertThat(row("select count(*) from provider_credential")).containsExactly("2");
  }

  @Test
  void aRouteThatSomebodyWroteIsLeftAlone() throws SQLException {
    Demo.setUp(env);
    database.execute(
        "insert into route select gen_random_uuid(), null, alias, tier, version + 1,"
            + " '{\"candidates\": []}', 'Ada', now() from route where alias = 'reasoning'");
    Demo.setUp(env);

    assertThat(row("select created_by from route where alias = 'reasoning' order by version desc"))
        .containsExactly("Ada");
  }

  @Test
  void aSettingThatIsMissingIsNamed() {
    env.remove("DEMO_KEY");

    assertThatThrownBy(() -> Demo.setUp(env))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("DEMO_KEY is not set");
  }

  private List<String> row(String query) throws SQLException {
    try (Connection connection = database.admin();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      List<String> values = new ArrayList<>();
      for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
        values.add(String.valueOf(result.getString(i)));
      }
      return values;
    }
  }
}
