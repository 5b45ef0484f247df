package io.marketplace.db.tenant;

import io.marketplace.db.kernel.Sql;
import io.marketplace.db.kernel.Transactions;
import io.marketplace.model.kernel.PersonId;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.tenant.Team;
import io.marketplace.model.tenant.Teams;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/** Keeps teams as entities, memberships as rows. */
@Singleton
public final class JpaTeams implements Teams {

  private final Transactions transactions;
  private final Sql sql;

  /** Works within {@code transactions}. */
  @Inject
  public JpaTeams(Transactions transactions, Sql sql) {
    this.transactions = transactions;
    this.sql = sql;
  }

  @Override
  public Optional<Team> find(TeamId id) {
    return Optional.ofNullable(transactions.entities().find(Team.class, id.value()));
  }

  @Override
  public Made findOrAdd(Team team) {
    // Asked first: a statement that changes nothing would still tell every gateway to reload.
    Optional<TeamId> known = idOf(team);
    boolean created = known.isEmpty() && insert(team);
    TeamId id = known.or(() -> idOf(team)).orElseThrow();
    return new Made(find(id).orElseThrow(), created);
  }

  private Optional<TeamId> idOf(Team team) {
    return sql.one(
        "select id from team where tenant_id = ? and slug = ?",
        row -> new TeamId(row.id(1)),
        team.tenant().value(),
        team.slug());
  }

  private boolean insert(Team team) {
    return sql.change(
            """
            insert into team (id, tenant_id, slug, name) values (?, ?, ?, ?)
            on conflict (tenant_id, slug) do nothing
            """,
            team.id().value(),
            team.tenant().value(),
            team.slug(),
            team.name())
        == 1;
  }

  @Override
  public void add(Team team) {
    transactions.entities().persist(team);
  }

  @Override
  public Set<TeamId> of(PersonId person) {
    return Set.copyOf(
        sql.list(
            "select team_id from team_member where person_id = ?",
            row -> new TeamId(row.id(1)),
            person.value()));
  }

  @Override
  public void join(PersonId person, Team team) {
    sql.change(
        """
        insert into team_member (team_id, person_id, tenant_id) values (?, ?, ?)
        on conflict do nothing
        """,
        team.id().value(),
        person.value(),
        team.tenant().value());
  }

  @Override
  public void leave(PersonId person, TeamId team) {
    sql.change(
        "delete from team_member where team_id = ? and person_id = ?",
        team.value(),
        person.value());
  }
}
