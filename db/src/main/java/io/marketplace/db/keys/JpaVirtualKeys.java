package io.marketplace.db.keys;

import io.marketplace.db.kernel.Sight;
import io.marketplace.db.kernel.Sql;
import io.marketplace.db.kernel.Transactions;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.keys.KeyFilter;
import io.marketplace.model.keys.KeyHash;
import io.marketplace.model.keys.KeyId;
import io.marketplace.model.keys.SecretId;
import io.marketplace.model.keys.VirtualKey;
import io.marketplace.model.keys.VirtualKeys;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Keeps keys as entities, secrets as rows with nothing but a hash and a hint. */
@Singleton
public final class JpaVirtualKeys implements VirtualKeys {

  private final Transactions transactions;
  private final Sql sql;

  /** Works within {@code transactions}. */
  @Inject
  public JpaVirtualKeys(Transactions transactions, Sql sql) {
    this.transactions = transactions;
    this.sql = sql;
  }

  @Override
  public Optional<VirtualKey> lock(KeyId id) {
    return Optional.ofNullable(
        transactions.entities().find(VirtualKey.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
  }

  @Override
  public Optional<VirtualKey> find(KeyId id) {
    return Optional.ofNullable(transactions.entities().find(VirtualKey.class, id.value()));
  }

  @Override
  public List<VirtualKey> lockRevocable(Actor actor, KeyFilter filter, int limit) {
    List<UUID> ids =
        sql.list(
            "select k.id "
                + KeyRows.FROM
                + KeySelection.WHERE
                + " order by k.id desc limit "
                + limit
                + " for update of k",
            row -> row.id(1),
            KeySelection.parameters(Sight.ofActing(actor), filter));
    return transactions
        .entities()
        .unwrap(Session.class)
        .byMultipleIds(VirtualKey.class)
        .multiLoad(ids);
  }

  @Override
  public void add(VirtualKey key) {
    transactions.entities().persist(key);
  }

  @Override
  public SecretId addSecret(VirtualKey key, KeyHash hash, String hint) {
    SecretId id = SecretId.create();
    sql.change(
        """
        insert into key_secret (id, tenant_id, key_id, hash, hint, created_at)
        values (?, ?, ?, ?, ?, clock_timestamp())
        """,
        id.value(),
        key.tenant().value(),
        key.id().value(),
        hash.bytes(),
        hint);
    return id;
  }

  @Override
  public String endSecrets(VirtualKey key, Instant end) {
    sql.change(
        """
        update key_secret set live_until = ?
        where key_id = ? and (live_until is null or live_until > ?)
        """,
        end,
        key.id().value(),
        end);
    return sql.one(
            "select hint from key_secret where key_id = ? order by created_at desc, id desc limit 1",
            row -> row.text(1),
            key.id().value())
        .orElse("");
  }

  @Override
  public boolean stopOldSecrets(VirtualKey key, Instant now) {
    return sql.change(
            "update key_secret set live_until = ? where key_id = ? and live_until > ?",
            now,
            key.id().value(),
            now)
        > 0;
  }
}
