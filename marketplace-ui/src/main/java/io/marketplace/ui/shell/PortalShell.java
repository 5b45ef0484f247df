package io.marketplace.ui.shell;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.Theme;

/**
 * The page around the portal: its theme, and push. Clicks travel as plain requests, so that they
 * run with the servlet's context; only what the server says by itself comes over the web socket.
 */
@Theme("marketplace")
@Push(transport = Transport.WEBSOCKET_XHR)
public final class PortalShell implements AppShellConfigurator {

  private static final long serialVersionUID = 1L;
}
