package io.marketplace.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import io.marketplace.model.kernel.ChangeFeed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets an open page follow what happens elsewhere: the page is told within a moment of a change to
 * the tenant's data and reads it anew, with the reader's own rights. Changes that come while one is
 * being read are taken together.
 */
@Singleton
public final class LiveUpdates {

  private final ChangeFeed feed;
  private final Readers readers;

  /** Takes what tells of changes. */
  @Inject
  public LiveUpdates(ChangeFeed feed, Readers readers) {
    this.feed = feed;
    this.readers = readers;
  }

  /**
   * Runs {@code refresh} on the page's thread after each change of {@code topic} until {@link
   * #leave}. A page follows one topic.
   *
   * @param topic {@code access}, {@code keys}, {@code usage} or {@code limits}
   */
  public void follow(UI ui, Component page, String topic, Runnable refresh) {
    leave(page);
    Reader reader = readers.current();
    AtomicBoolean waiting = new AtomicBoolean();
    ChangeFeed.Subscription subscription =
        feed.subscribe(
            (changed, tenant) -> {
              boolean ours =
                  changed.equals(topic)
                      && (tenant.isEmpty()
                          || reader.actor().tenant().isEmpty()
                          || reader.actor().tenant().equals(tenant));
              if (ours && waiting.compareAndSet(false, true)) {
                later(ui, page, waiting, refresh);
              }
            });
    ComponentUtil.setData(page, ChangeFeed.Subscription.class, subscription);
  }

  /** Ends what {@link #follow} began; does nothing for a page that follows nothing. */
  public void leave(Component page) {
    ChangeFeed.Subscription subscription =
        ComponentUtil.getData(page, ChangeFeed.Subscription.class);
    if (subscription != null) {
      subscription.close();
      ComponentUtil.setData(page, ChangeFeed.Subscription.class, null);
    }
  }

  private void later(UI ui, Component page, AtomicBoolean waiting, Runnable refresh) {
    try {
      Future<Void> unused =
          ui.access(
              () -> {
                waiting.set(false);
                if (page.isAttached()) {
                  refresh.run();
                }
              });
    } catch (UIDetachedException e) {
      leave(page);
    }
  }
}
