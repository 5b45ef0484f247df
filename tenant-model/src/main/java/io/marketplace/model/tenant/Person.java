package io.marketplace.model.tenant;

import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.PersonId;
import io.marketplace.model.kernel.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person or a service account, as the identity provider knows it. */
@Entity
@Table(name = "person")
public class Person {

  @Id
  @Column(name = "id")
  private UUID id;

  @Column(name = "tenant_id")
  private @Nullable UUID tenantId;

  @Column(name = "subject")
  private String subject;

  @Column(name = "username")
  private String username;

  @Column(name = "display_name")
  private String displayName;

  @Column(name = "email")
  private @Nullable String email;

  @Column(name = "roles")
  private String[] roles;

  @Column(name = "first_seen_at")
  private Instant firstSeenAt;

  @Column(name = "last_seen_at")
  private Instant lastSeenAt;

  /** For the persistence provider. */
  protected Person() {}

  Person(String subject, Instant now) {
    this.id = PersonId.create().value();
    this.subject = subject;
    this.username = subject;
    this.displayName = subject;
    this.roles = new String[0];
    this.firstSeenAt = now;
    this.lastSeenAt = now;
  }

  /** The identifier. */
  public PersonId id() {
    return new PersonId(id);
  }

  /** The tenant; empty for people of the platform. */
  public Optional<TenantId> tenant() {
    return Optional.ofNullable(tenantId).map(TenantId::new);
  }

  /** What to show. */
  public String displayName() {
    return displayName;
  }

  void seen(SignIn signIn, Optional<TenantId> tenant, Collection<String> roleCodes, Instant now) {
    tenantId = tenant.map(TenantId::value).orElse(null);
    username = signIn.username();
    displayName = signIn.name();
    email = signIn.email().orElse(null);
    String[] sorted = roleCodes.stream().sorted().toArray(String[]::new);
    if (!Arrays.equals(roles, sorted)) {
      roles = sorted;
    }
    lastSeenAt = now;
  }

  Facts facts() {
    return Facts.of("username", username)
        .with("name", displayName)
        .with("tenant", tenantId)
        .with("roles", String.join(", ", roles));
  }
}
