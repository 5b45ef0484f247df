package io.marketplace.ui.policy;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.kernel.Topic;
import io.marketplace.model.policy.Law;
import io.marketplace.model.policy.PolicyVersion;
import io.marketplace.ui.component.AnswerLine;
import io.marketplace.ui.component.LedgerSection;
import io.marketplace.ui.component.PageHead;
import io.marketplace.ui.shell.LiveUpdates;
import io.marketplace.ui.shell.OpenTo;
import io.marketplace.ui.shell.PortalLayout;
import io.marketplace.ui.shell.Reader;
import io.marketplace.ui.shell.Readers;
import io.marketplace.ui.shell.TenantChoice;
import io.marketplace.ui.shell.Titles;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** Which data may go where, by the platform's policy and the tenant's own? */
@Route(value = "policies", layout = PortalLayout.class)
@OpenTo({Role.PLATFORM_ADMIN, Role.TENANT_APPROVER, Role.AUDITOR})
public final class PoliciesPage extends Div implements HasDynamicTitle, BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  private final transient Reader reader;
  private final transient PolicyDoor door;
  private final transient Map<TenantId, String> names;
  private final PageHead head = new PageHead("Policies");
  private final Div page = new Div();
  private final ExplainSection explain;
  private transient Optional<PolicyEditor> editor = Optional.empty();

  /** Takes what reads and writes policies. */
  @Inject
  public PoliciesPage(Readers readers, PolicyDoor door, TenantChoice tenants, LiveUpdates live) {
    this.reader = readers.current();
    this.door = door;
    this.names = tenants.names(reader);
    this.explain = new ExplainSection(reader, door);
    tenants.offer(head);
    page.addClassName("stack");
    add(head, page);
    live.follow(this, this::follow, Topic.POLICY, Topic.ROUTING);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    load();
  }

  /** Somebody's work here is not taken away; putting it in force says what changed meanwhile. */
  private void follow() {
    if (editor.filter(PolicyEditor::busy).isEmpty()) {
      load();
    }
  }

  private String owner(Optional<TenantId> tenant) {
    return tenant.map(id -> names.getOrDefault(id, "a former tenant")).orElse("the platform");
  }

  private void load() {
    PolicyDoor.InForce now = door.inForce(reader.viewer());
    Law law = Law.of(Optional.of(now.platform()), now.own());
    head.answer(
        new AnswerLine()
            .say("What no rule allows is ")
            .figure("denied")
            .say(", and a rule that denies wins. In force: ")
            .figure(law.label())
            .say("."));
    page.removeAll();
    LawMatrix matrix = new LawMatrix();
    matrix.show(law, now);
    page.add(
        new LedgerSection("Which data may go to which provider").aside(law.label()).with(matrix));
    boolean admin = reader.viewer().is(Role.PLATFORM_ADMIN);
    boolean approver = reader.viewer().is(Role.TENANT_APPROVER);
    editor = Optional.empty();
    if (admin || approver) {
      PolicyEditor desk = new PolicyEditor(reader, door, now, this::load);
      editor = Optional.of(desk);
      page.add(desk);
    }
    if (!admin) {
      now.own()
          .filter(own -> !approver)
          .ifPresent(own -> page.add(rules("That of " + owner(own.tenant()), own)));
      page.add(rules("The platform's policy", now.platform()));
    }
    int seen =
        (admin ? Optional.of(now.platform()) : now.own()).map(PolicyVersion::version).orElse(0);
    page.add(
        explain,
        new SensitivitySection(reader, door, now.names(), this::load),
        new VersionSection(reader, door, this::owner, seen, admin || approver, this::load));
  }

  private static LedgerSection rules(String title, PolicyVersion version) {
    return new LedgerSection(title)
        .aside("version " + version.version() + ", in force")
        .with(new RuleTables(new PolicyDraft(version.document())));
  }

  @Override
  public String getPageTitle() {
    return Titles.of("Policies");
  }
}
