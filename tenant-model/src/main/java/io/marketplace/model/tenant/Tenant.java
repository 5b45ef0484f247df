package io.marketplace.model.tenant;

import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.policy.Sensitivity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/** A part of the enterprise whose data, spend and decisions are its own. */
@Entity
@Table(name = "tenant")
public class Tenant {

  @Id
  @Column(name = "id")
  private UUID id;

  @Column(name = "slug")
  private String slug;

  @Column(name = "name")
  private String name;

  @Column(name = "second_approval_above_nano")
  private long secondApprovalAboveNano;

  @Column(name = "second_approval_from")
  private String secondApprovalFrom;

  @Version
  @Column(name = "version")
  private int version;

  /** For the persistence provider. */
  protected Tenant() {}

  Tenant(String slug, String name, ApprovalThresholds thresholds) {
    this.id = TenantId.create().value();
    this.slug = slug;
    this.name = name;
    this.secondApprovalAboveNano = thresholds.budgetAbove().value();
    this.secondApprovalFrom = thresholds.sensitivityFrom().code();
  }

  /** The identifier. */
  public TenantId id() {
    return new TenantId(id);
  }

  /** The short name, which is also the first segment of the identity provider's groups. */
  public String slug() {
    return slug;
  }

  /** What to show. */
  public String name() {
    return name;
  }

  /** When a second approval is needed. */
  public ApprovalThresholds thresholds() {
    return new ApprovalThresholds(
        new NanoUsd(secondApprovalAboveNano), Sensitivity.of(secondApprovalFrom).orElseThrow());
  }

  void setThresholds(ApprovalThresholds thresholds) {
    secondApprovalAboveNano = thresholds.budgetAbove().value();
    secondApprovalFrom = thresholds.sensitivityFrom().code();
  }

  Facts facts() {
    return Facts.of("slug", slug)
        .with("name", name)
        .with("secondApprovalAboveUsd", thresholds().budgetAbove().toDollars())
        .with("secondApprovalFrom", secondApprovalFrom);
  }
}
