package io.marketplace.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import io.marketplace.ui.component.AnswerLine;
import io.marketplace.ui.component.Notice;
import io.marketplace.ui.component.PageHead;
import jakarta.servlet.http.HttpServletResponse;

/** Says whose page this is and what the reader may open instead. */
@ParentLayout(PortalLayout.class)
public final class NoPermissionPage extends Div
    implements HasErrorParameter<NoPermission>, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NoPermission> parameter) {
    removeAll();
    add(
        new PageHead("No permission")
            .answer(new AnswerLine().say("Your role does not open ").figure("this page").say(".")),
        Notice.empty(
            "This page belongs to other roles",
            "Roles come from your sign-in. Whoever looks after people in your company can give you another one.",
            new Anchor("catalogue", "Open the catalogue")));
    return HttpServletResponse.SC_FORBIDDEN;
  }

  @Override
  public String getPageTitle() {
    return Titles.of("No permission");
  }
}
