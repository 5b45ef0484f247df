package io.marketplace.db.routing;

import io.marketplace.db.json.Json;
import io.marketplace.db.kernel.Row;
import io.marketplace.db.kernel.Sql;
import io.marketplace.model.kernel.Ids;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.routing.Provider;
import io.marketplace.model.routing.ProviderForm;
import io.marketplace.model.routing.ProviderId;
import io.marketplace.model.routing.Providers;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The rows of {@code provider} and {@code provider_credential}. */
@Singleton
public final class SqlProviders implements Providers {

  // Credentials are visible to the platform's role alone, and never their ciphertext.
  private static final String COLUMNS =
      """
      select p.id, p.name, p.jurisdiction, p.processing_places, p.attributes::text, %s,
        p.created_at, p.archived_at, p.version::bigint
      from provider p
      """;

  private static final String WITH_CREDENTIAL =
      COLUMNS.formatted(
          "(select max(c.created_at) from provider_credential c where c.provider_id = p.id)");
  private static final String WITHOUT_CREDENTIAL = COLUMNS.formatted("null::timestamptz");

  private final Sql sql;

  /** Speaks through {@code sql}. */
  @Inject
  public SqlProviders(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Optional<Provider> find(ProviderId id) {
    return find(id, true);
  }

  Optional<Provider> find(ProviderId id, boolean credentials) {
    return sql.one(columns(credentials) + "where p.id = ?", SqlProviders::provider, id.value());
  }

  @Override
  public Optional<Provider> named(String name) {
    return sql.one(
        WITH_CREDENTIAL + "where lower(p.name) = lower(?)", SqlProviders::provider, name);
  }

  Page<Provider> page(PageRequest page, boolean credentials) {
    return sql.page(
        page,
        columns(credentials) + "where p.archived_at is null order by lower(p.name), p.id",
        SqlProviders::provider);
  }

  private static String columns(boolean credentials) {
    return credentials ? WITH_CREDENTIAL : WITHOUT_CREDENTIAL;
  }

  @Override
  public void add(ProviderId id, ProviderForm form) {
    sql.change(
        """
        insert into provider (id, name, jurisdiction, processing_places, attributes)
        values (?, ?, ?, ?, ?::jsonb)
        """,
        id.value(),
        form.name(),
        form.jurisdiction(),
        form.processingPlaces(),
        Json.write(form.attributes()));
  }

  @Override
  public void change(ProviderId id, ProviderForm form, int version) {
    Changed.one(
        sql.change(
            """
            update provider set name = ?, jurisdiction = ?, processing_places = ?,
              attributes = ?::jsonb, archived_at = null, version = version + 1
            where id = ? and version = ?
            """,
            form.name(),
            form.jurisdiction(),
            form.processingPlaces(),
            Json.write(form.attributes()),
            id.value(),
            version));
  }

  @Override
  public void archive(ProviderId id, int version) {
    Changed.one(
        sql.change(
            """
            update provider set archived_at = now(), version = version + 1
            where id = ? and version = ?
            """,
            id.value(),
            version));
  }

  @Override
  public void addCredential(ProviderId id, byte[] sealed, String by) {
    sql.change(
        "insert into provider_credential (id, provider_id, ciphertext, created_by) values (?, ?, ?, ?)",
        Ids.next(),
        id.value(),
        sealed,
        by);
    // the statement above already tells the gateways; the version tells open pages
    sql.change("update provider set version = version + 1 where id = ?", id.value());
  }

  private static Provider provider(Row row) {
    return new Provider(
        new ProviderId(row.id(1)),
        row.text(2),
        row.text(3),
        row.texts(4),
        Json.readMap(row.text(5)),
        row.optionalMoment(6),
        row.moment(7),
        row.optionalMoment(8),
        (int) row.number(9));
  }
}
