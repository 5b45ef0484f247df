package io.marketplace.db.tenant;

import io.marketplace.db.kernel.Sql;
import io.marketplace.db.kernel.Transactions;
import io.marketplace.model.kernel.PersonId;
import io.marketplace.model.tenant.People;
import io.marketplace.model.tenant.Person;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Keeps people as entities. */
@Singleton
public final class JpaPeople implements People {

  private final Transactions transactions;
  private final Sql sql;

  /** Works within {@code transactions}. */
  @Inject
  public JpaPeople(Transactions transactions, Sql sql) {
    this.transactions = transactions;
    this.sql = sql;
  }

  @Override
  public Optional<Person> lockBySubject(String subject) {
    // A lock on the name, since at the first sign-in there is no row to lock yet.
    sql.list("select pg_advisory_xact_lock(hashtextextended(?, 42))", row -> true, subject);
    return transactions
        .entities()
        .createQuery("select p from Person p where p.subject = :subject", Person.class)
        .setParameter("subject", subject)
        .getResultStream()
        .findFirst();
  }

  @Override
  public void add(Person person) {
    transactions.entities().persist(person);
  }

  @Override
  public void keepStartPage(PersonId person, String path) {
    sql.change(
        """
        update person set preferences = jsonb_set(preferences, '{startPage}', to_jsonb(?::text))
        where id = ? and preferences ->> 'startPage' is distinct from ?
        """,
        path,
        person.value(),
        path);
  }
}
