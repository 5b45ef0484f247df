package io.marketplace.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import io.marketplace.ui.component.AnswerLine;
import io.marketplace.ui.component.Notice;
import io.marketplace.ui.component.PageHead;
import jakarta.servlet.http.HttpServletResponse;

/** Answers an address that leads nowhere, and one of another tenant: the two look the same. */
@ParentLayout(PortalLayout.class)
public final class NotFoundPage extends Div
    implements HasErrorParameter<NotFoundException>, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  @Override
  public int setErrorParameter(
      BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
    fill(this);
    return HttpServletResponse.SC_NOT_FOUND;
  }

  /** What stands on a page for something that is not there, or not for this reader. */
  static void fill(Div page) {
    page.removeAll();
    page.add(
        new PageHead("Not found")
            .answer(new AnswerLine().figure("Nothing").say(" stands at this address.")),
        Notice.empty(
            "The address may be old or mistyped",
            "Models and tiers are listed in the catalogue; what you asked for is under Requests.",
            new Anchor("catalogue", "Open the catalogue")));
  }

  @Override
  public String getPageTitle() {
    return Titles.of("Not found");
  }
}
