package io.marketplace.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.ui.component.AnswerLine;
import io.marketplace.ui.component.Notice;
import io.marketplace.ui.component.PageHead;
import jakarta.servlet.http.HttpServletResponse;

/**
 * What a page shows that could not be opened: what failed, what still works, and a number to name
 * to whoever mends it.
 */
@ParentLayout(PortalLayout.class)
public final class ProblemPage extends Div
    implements HasErrorParameter<Exception>, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
    removeAll();
    String path = event.getLocation().getPathWithQueryParameters();
    if (parameter.getCaughtException() instanceof MarketplaceException known) {
      if (known.code() == ProblemCode.NOT_FOUND) {
        NotFoundPage.fill(this);
        return known.code().status();
      }
      show("The page did not open", known.sentence(), path);
      return known.code().status();
    }
    String incident =
        Incident.log("page " + event.getLocation().getPath(), parameter.getCaughtException());
    show(
        "The page did not open",
        "Keys go on working, calls are not affected. If it stays so, name incident "
            + incident
            + ".",
        path);
    return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
  }

  private void show(String title, String words, String path) {
    add(
        new PageHead("Problem")
            .answer(new AnswerLine().say("This page ").figure("did not open").say(".")),
        Notice.failed(
            title,
            words,
            () -> UI.getCurrent().getPage().setLocation(path.isEmpty() ? "." : path)));
  }

  @Override
  public String getPageTitle() {
    return Titles.of("Problem");
  }
}
