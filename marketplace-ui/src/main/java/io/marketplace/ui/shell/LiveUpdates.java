package io.marketplace.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import io.marketplace.model.kernel.ChangeFeed;
import io.marketplace.model.kernel.Topic;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets an open page follow what happens elsewhere: the page is told within a moment of a change to
 * the tenant's data and reads it anew, with the reader's own rights. Under a stream of changes a
 * page reads at most once in {@link #PAUSE}, so that watching costs the same however much happens.
 */
@Singleton
public final class LiveUpdates {

  /** How long a page rests between two readings. */
  static final Duration PAUSE = Duration.ofSeconds(2);

  private final ChangeFeed feed;
  private final Readers readers;
  // The feed's own thread must not wait for a page's queries.
  private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("live-ticks").factory());

  /** Takes what tells of changes. */
  @Inject
  public LiveUpdates(ChangeFeed feed, Readers readers) {
    this.feed = feed;
    this.readers = readers;
  }

  /**
   * Runs {@code refresh} on the page's thread after changes of {@code topics}, for as long as
   * {@code page} is attached. Call it once, in the page's constructor.
   */
  public void follow(Component page, Runnable refresh, Topic... topics) {
    Set<Topic> wanted = Set.of(topics);
    page.addAttachListener(
        attached -> {
          ChangeFeed.Subscription subscription =
              subscribe(new Follower(attached.getUI(), page, refresh), wanted);
          page.addDetachListener(
              detached -> {
                detached.unregisterListener();
                subscription.close();
              });
        });
  }

  /**
   * Runs {@code refresh} on the page's thread every {@code period} for as long as {@code page} is
   * attached, for figures that change with time alone. Call it once, in the page's constructor.
   */
  public void tick(Component page, Runnable refresh, Duration period) {
    page.addAttachListener(
        attached -> {
          Follower follower = new Follower(attached.getUI(), page, refresh);
          ScheduledFuture<?> ticking =
              clock.scheduleWithFixedDelay(
                  () -> threads.execute(follower::changed),
                  period.toMillis(),
                  period.toMillis(),
                  TimeUnit.MILLISECONDS);
          page.addDetachListener(
              detached -> {
                detached.unregisterListener();
                ticking.cancel(false);
              });
        });
  }

  private ChangeFeed.Subscription subscribe(Follower follower, Set<Topic> wanted) {
    Reader reader = readers.current();
    return feed.subscribe(
        (changed, tenant) -> {
          boolean ours =
              wanted.contains(changed)
                  && (tenant.isEmpty()
                      || reader.actor().tenant().isEmpty()
                      || reader.actor().tenant().equals(tenant));
          if (ours) {
            follower.changed();
          }
        });
  }

  @PreDestroy
  void stop() {
    clock.shutdownNow();
  }

  /** One page and when it read last; changes that come while one waits are taken together. */
  private final class Follower {

    private final UI ui;
    private final Component page;
    private final Runnable refresh;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private volatile long readAt = System.nanoTime() - PAUSE.toNanos();

    Follower(UI ui, Component page, Runnable refresh) {
      this.ui = ui;
      this.page = page;
      this.refresh = refresh;
    }

    void changed() {
      if (waiting.compareAndSet(false, true)) {
        long rest = Math.max(0, readAt + PAUSE.toNanos() - System.nanoTime());
        CompletableFuture.delayedExecutor(rest, TimeUnit.NANOSECONDS, threads).execute(this::read);
      }
    }

    private void read() {
      try {
        Future<Void> unused =
            ui.access(
                () -> {
                  waiting.set(false);
                  readAt = System.nanoTime();
                  if (page.isAttached()) {
                    refresh.run();
                  }
                });
      } catch (UIDetachedException e) {
        // Its detach listener ends the subscription, or has; until then there is nobody to tell.
        waiting.set(true);
      }
    }
  }
}
