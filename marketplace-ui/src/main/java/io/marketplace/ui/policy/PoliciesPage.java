package io.marketplace.ui.policy;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.policy.Law;
import io.marketplace.model.policy.PolicyVersion;
import io.marketplace.ui.component.AnswerLine;
import io.marketplace.ui.component.LedgerSection;
import io.marketplace.ui.component.PageHead;
import io.marketplace.ui.shell.OpenTo;
import io.marketplace.ui.shell.PortalLayout;
import io.marketplace.ui.shell.Reader;
import io.marketplace.ui.shell.Readers;
import io.marketplace.ui.shell.Titles;
import jakarta.inject.Inject;
import java.util.Optional;

/** Which data may go where, by the platform's policy and the tenant's own? */
@Route(value = "policies", layout = PortalLayout.class)
@OpenTo({Role.PLATFORM_ADMIN, Role.TENANT_APPROVER, Role.AUDITOR})
public final class PoliciesPage extends Div implements HasDynamicTitle, BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  private final transient Reader reader;
  private final transient PolicyDoor door;
  private final PageHead head = new PageHead("Policies");
  private final Div page = new Div();

  /** Takes what reads and writes policies. */
  @Inject
  public PoliciesPage(Readers readers, PolicyDoor door) {
    this.reader = readers.current();
    this.door = door;
    page.addClassName("stack");
    add(head, page);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    load();
  }

  private void load() {
    PolicyDoor.InForce now = door.inForce(reader.actor());
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
    boolean admin = reader.actor().is(Role.PLATFORM_ADMIN);
    boolean approver = reader.actor().is(Role.TENANT_APPROVER);
    if (admin || approver) {
      page.add(new PolicyEditor(reader, door, now, this::load));
    }
    if (!admin) {
      page.add(
          new LedgerSection("The platform's policy")
              .aside("version " + now.platform().version() + ", in force")
              .with(new RuleTables(new PolicyDraft(now.platform().document()))));
    }
    int seen =
        (admin ? Optional.of(now.platform()) : now.own()).map(PolicyVersion::version).orElse(0);
    page.add(
        new ExplainSection(reader, door),
        new SensitivitySection(reader, door, now.names(), this::load),
        new VersionSection(reader, door, seen, admin || approver, this::load));
  }

  @Override
  public String getPageTitle() {
    return Titles.of("Policies");
  }
}
