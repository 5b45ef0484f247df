package io.marketplace.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.communication.AtmospherePushConnection;
import com.vaadin.flow.server.communication.PushConnection;
import com.vaadin.flow.server.communication.PushConnectionFactory;

/**
 * Makes the pages' push connections such that they are closed beside the request that ends a page.
 * The server waits to write a last frame to a browser that has gone already; within the request it
 * would hold the session's lock for so long, and the page that the reader opens next would not
 * come. Found by Vaadin as a service.
 */
public final class PushClosedAside implements PushConnectionFactory {

  private static final long serialVersionUID = 1L;

  @Override
  public PushConnection apply(UI page) {
    return new Connection(page);
  }

  private static final class Connection extends AtmospherePushConnection {

    private static final long serialVersionUID = 1L;

    Connection(UI page) {
      super(page);
    }

    @Override
    public void disconnect() {
      Thread unused = Thread.ofPlatform().daemon().name("push-close").start(super::disconnect);
    }
  }
}
