package io.marketplace.ui.policy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.textfield.TextField;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.policy.Law;
import io.marketplace.model.policy.PolicyDocument;
import io.marketplace.model.policy.PolicyVersion;
import io.marketplace.model.policy.RuleInclude;
import io.marketplace.ui.component.FieldErrors;
import io.marketplace.ui.component.FormDialog;
import io.marketplace.ui.component.LedgerSection;
import io.marketplace.ui.component.Outcome;
import io.marketplace.ui.component.State;
import io.marketplace.ui.shell.Reader;
import java.util.List;
import java.util.Optional;

/**
 * Writes the policy that the reader may write: rules are changed in a draft, which shows at once
 * what would be lawful and on demand what last week's calls would have met; then it is put in
 * force.
 */
final class PolicyEditor extends Div {

  private static final long serialVersionUID = 1L;

  private final transient Reader reader;
  private final transient PolicyDoor door;
  private final transient PolicyDoor.InForce now;
  private final transient Runnable done;
  private final transient PolicyDraft draft;
  private final boolean admin;
  private final int seen;
  private final RuleTables tables;
  private final Div outlook = new Div();
  private final Div acts = new Div();

  /** {@code done} is called when a new version is in force, or the draft is thrown away. */
  PolicyEditor(Reader reader, PolicyDoor door, PolicyDoor.InForce now, Runnable done) {
    this.reader = reader;
    this.door = door;
    this.now = now;
    this.done = done;
    admin = reader.actor().is(Role.PLATFORM_ADMIN);
    Optional<PolicyVersion> mine = admin ? Optional.of(now.platform()) : now.own();
    seen = mine.map(PolicyVersion::version).orElse(0);
    draft = new PolicyDraft(mine.map(PolicyVersion::document).orElse(AS_THE_PLATFORM));
    tables = new RuleTables(draft, Optional.of(this::changed), !admin);
    outlook.getElement().setAttribute("aria-live", "polite");
    acts.addClassNames("filters", "below");
    outlook.addClassName("stack");
    add(
        new LedgerSection(admin ? "The platform's policy" : "Your tenant's own")
            .aside(
                mine.map(version -> "version " + version.version() + ", in force")
                    .orElse("none: the platform's alone holds"))
            .with(tables, acts, outlook));
    changed();
  }

  /** What a tenant starts from: all that the platform allows. */
  private static final PolicyDocument AS_THE_PLATFORM =
      PolicyDocument.of(List.of(new RuleInclude(RuleInclude.PLATFORM)));

  /** Whether somebody is at work on the policy. */
  boolean busy() {
    return tables.busy();
  }

  private void changed() {
    outlook.removeAll();
    acts.removeAll();
    if (!draft.changed()) {
      return;
    }
    LawMatrix matrix = new LawMatrix();
    matrix.show(law(), now);
    outlook.add(new H3("What would be lawful"), matrix);
    Button preview = new Button("Show what last week would have met");
    preview.setDisableOnClick(true);
    Div met = new Div();
    outlook.add(met);
    preview.addClickListener(
        event -> {
          boolean shown =
              new FieldErrors()
                  .run(
                      () -> {
                        Div result =
                            new PreviewResult(
                                door.preview(reader.actor(), draft.document()), reader.zone());
                        met.removeAll();
                        met.add(result);
                      });
          preview.setEnabled(true);
          if (!shown) {
            met.removeAll();
          }
        });
    Button put = new Button("Put in force", event -> put());
    put.addThemeName("primary");
    acts.add(
        State.waiting("Draft, not in force"),
        new Button("Throw the draft away", event -> done.run()),
        preview,
        put);
  }

  private Law law() {
    return admin
        ? Law.platform(seen + 1, draft.document())
        : Law.of(Optional.of(now.platform()), Optional.empty())
            .narrowedBy(seen + 1, draft.document());
  }

  private void put() {
    TextField note = new TextField("Why, kept with the version");
    note.setMaxLength(500);
    note.setWidthFull();
    boolean nothing = draft.document().rules().isEmpty();
    FormDialog dialog =
        new FormDialog(
            "Put version " + (seen + 1) + " in force",
            (nothing ? "Every call is denied. " : "")
                + "It holds for every call from the next second on, cached answers among them."
                + " Auditors and approvers see it here.",
            new FieldErrors().map("note", note));
    dialog
        .with(note)
        .open(
            "Put in force",
            nothing,
            () -> {
              PolicyVersion next =
                  door.put(reader.actor(), draft.document(), note.getValue(), seen);
              Outcome.done("Policy version " + next.version() + " is in force");
              done.run();
            });
  }
}
