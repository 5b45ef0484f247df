package io.marketplace.model.tenant;

import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.kernel.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A team of a tenant; applications belong to it. */
@Entity
@Table(name = "team")
public class Team {

  @Id
  @Column(name = "id")
  private UUID id;

  @Column(name = "tenant_id")
  private UUID tenantId;

  @Column(name = "slug")
  private String slug;

  @Column(name = "name")
  private String name;

  /** For the persistence provider. */
  protected Team() {}

  Team(TenantId tenant, String slug, String name) {
    this.id = TeamId.create().value();
    this.tenantId = tenant.value();
    this.slug = slug;
    this.name = name;
  }

  /** The identifier. */
  public TeamId id() {
    return new TeamId(id);
  }

  /** Whose team it is. */
  public TenantId tenant() {
    return new TenantId(tenantId);
  }

  /** The short name, which is also the second segment of the identity provider's groups. */
  public String slug() {
    return slug;
  }

  /** What to show. */
  public String name() {
    return name;
  }

  Facts facts() {
    return Facts.of("slug", slug).with("name", name);
  }
}
