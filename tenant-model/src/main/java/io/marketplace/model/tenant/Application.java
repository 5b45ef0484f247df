package io.marketplace.model.tenant;

import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something a team runs that calls models; grants and keys belong to it. */
@Entity
@Table(name = "application")
public class Application {

  @Id
  @Column(name = "id")
  private UUID id;

  @Column(name = "tenant_id")
  private UUID tenantId;

  @Column(name = "team_id")
  private UUID teamId;

  @Column(name = "name")
  private String name;

  @Column(name = "description")
  private String description;

  @Column(name = "of_team")
  private boolean ofTeam;

  @Column(name = "created_by")
  private String createdBy;

  @Column(name = "archived_at")
  private @Nullable Instant archivedAt;

  @Version
  @Column(name = "version")
  private int version;

  /** For the persistence provider. */
  protected Application() {}

  Application(Team team, String name, String description, String createdBy) {
    this.id = ApplicationId.create().value();
    this.tenantId = team.tenant().value();
    this.teamId = team.id().value();
    this.name = name;
    this.description = description;
    this.createdBy = createdBy;
  }

  /** The application that stands for the whole team. */
  static Application of(Team team, String createdBy) {
    Application whole = new Application(team, team.name() + " (team)", "", createdBy);
    whole.ofTeam = true;
    return whole;
  }

  /** The identifier. */
  public ApplicationId id() {
    return new ApplicationId(id);
  }

  /** The tenant. */
  public TenantId tenant() {
    return new TenantId(tenantId);
  }

  /** The team it belongs to. */
  public TeamId team() {
    return new TeamId(teamId);
  }

  /** What to show. */
  public String name() {
    return name;
  }

  /** Whether it is put away: nothing new can be asked for it. */
  public boolean isArchived() {
    return archivedAt != null;
  }

  /**
   * Refuses an archived application.
   *
   * @throws MarketplaceException {@code conflict}
   */
  public void requireLive() {
    if (isArchived()) {
      throw new MarketplaceException(ProblemCode.CONFLICT, "The application is archived.");
    }
  }

  void rename(String newName, String newDescription) {
    name = newName;
    description = newDescription;
  }

  void archive(Instant now) {
    archivedAt = now;
  }

  Facts facts() {
    return Facts.of("name", name)
        .with("description", description)
        .with("team", teamId)
        .with("ofTeam", ofTeam ? Boolean.TRUE : null)
        .with("archivedAt", archivedAt);
  }
}
