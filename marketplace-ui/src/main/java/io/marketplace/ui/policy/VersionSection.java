package io.marketplace.ui.policy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.policy.PolicyVersion;
import io.marketplace.ui.component.DataTable;
import io.marketplace.ui.component.FieldErrors;
import io.marketplace.ui.component.FormDialog;
import io.marketplace.ui.component.LedgerSection;
import io.marketplace.ui.component.Outcome;
import io.marketplace.ui.component.Paged;
import io.marketplace.ui.format.Formats;
import io.marketplace.ui.shell.Reader;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Every version, newest first; writers can put an earlier one of their own in force again. */
final class VersionSection extends Div {

  private static final long serialVersionUID = 1L;

  private static final int PAGE = 20;

  private final transient Reader reader;
  private final transient PolicyDoor door;
  private final transient Runnable done;
  private final transient Function<Optional<TenantId>, String> owners;
  private final int seen;
  private final boolean writes;
  private final Div versions = new Div();

  /**
   * Shows them.
   *
   * @param owners whose a version is, in words
   * @param seen the version in force of the policy that the reader writes, 0 for none
   * @param writes whether the reader writes one
   * @param done is called when a new version is in force
   */
  VersionSection(
      Reader reader,
      PolicyDoor door,
      Function<Optional<TenantId>, String> owners,
      int seen,
      boolean writes,
      Runnable done) {
    this.reader = reader;
    this.door = door;
    this.owners = owners;
    this.seen = seen;
    this.writes = writes;
    this.done = done;
    Paged<PolicyVersion> pages =
        new Paged<>(PAGE, page -> door.versions(reader.viewer(), page), this::show);
    add(
        new LedgerSection("Versions")
            .aside("newest first; a version is never changed")
            .with(versions, pages));
    pages.first();
  }

  private void show(List<PolicyVersion> rows) {
    versions.removeAll();
    DataTable<PolicyVersion> table =
        new DataTable<PolicyVersion>("Versions of policies: whose, what, why")
            .words("Of", row -> owners.apply(row.tenant()))
            .figures("Version", row -> Integer.toString(row.version()))
            .parts("Rules", row -> said(words(row)))
            .parts("Why", row -> said(row.note().isEmpty() ? Formats.UNKNOWN : row.note()))
            .words("By", PolicyVersion::createdBy)
            .words("On", row -> Formats.moment(row.createdAt(), reader.zone()));
    if (writes) {
      table.parts("", this::back);
    }
    table.show(rows);
    versions.add(table);
  }

  private static String words(PolicyVersion row) {
    String words = row.document().words();
    return words.isEmpty() ? "nothing is allowed" : words;
  }

  private Component back(PolicyVersion row) {
    boolean own = row.tenant().isEmpty() == reader.actor().is(Role.PLATFORM_ADMIN);
    if (!own || row.version() == seen) {
      Span said = new Span(own ? "in force" : "");
      said.addClassName("nw");
      return said;
    }
    Button back = new Button("Roll back", event -> ask(row));
    back.addThemeName("small");
    back.setAriaLabel("Roll back to version " + row.version());
    return back;
  }

  private void ask(PolicyVersion row) {
    TextField note = new TextField("Why, kept with the version");
    note.setMaxLength(500);
    note.setWidthFull();
    new FormDialog(
            "Roll back to version " + row.version(),
            "What it said is put in force again as version "
                + (seen + 1)
                + ", from the next second on: "
                + words(row)
                + ".",
            new FieldErrors().map("note", note))
        .with(note)
        .open(
            "Roll back",
            false,
            () -> {
              PolicyVersion next =
                  door.rollBack(reader.actor(), row.version(), note.getValue(), seen);
              Outcome.done("Policy version " + next.version() + " is in force");
              done.run();
            });
  }

  private static Paragraph said(String words) {
    Paragraph said = new Paragraph(words);
    said.addClassName("said");
    return said;
  }
}
