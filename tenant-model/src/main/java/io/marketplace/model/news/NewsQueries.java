package io.marketplace.model.news;

import io.marketplace.model.kernel.Actor;
import java.util.List;

/** Reads what changed for somebody. */
public interface NewsQueries {

  /** How far back changes are told, in days. */
  int DAYS_BACK = 30;

  /** How far ahead ends of grants and keys are told, in days. */
  int DAYS_AHEAD = 30;

  /** How far ahead retirements are told, in days: moving to another model takes longer. */
  int DAYS_TO_RETIRE = 120;

  /**
   * The news of what {@code actor} sees: first what lies ahead, soonest first, then what happened,
   * newest first. A mere developer reads that of the own teams. Routes, prices and retirements
   * count where an application within sight has an active grant for the tier; the actor's own
   * decisions are no news.
   *
   * @param most how many at most, 1 to 100
   */
  List<News> latest(Actor actor, int most);
}
