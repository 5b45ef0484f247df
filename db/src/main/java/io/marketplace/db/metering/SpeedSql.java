package io.marketplace.db.metering;

/**
 * How fast calls were answered, from the sums by bucket that are written with the ledger: right to
 * 2.5%, and as quick after a month of calls as after an hour.
 */
public final class SpeedSql {

  private SpeedSql() {}

  /**
   * The common table {@code speed}: a row for each tier that answered, with its {@code calls} and
   * {@code whole_50}, {@code whole_95}, {@code first_50}, {@code first_95} in milliseconds; null
   * where nothing was measured.
   *
   * @param back how far back, such as {@code 24 hours}
   * @param condition on {@code u}, what the reader sees
   */
  public static String percentiles(String back, String condition) {
    // a percentile is the lowest bucket at and below which so many of all calls lie
    return """
      speed_counted as (
        select u.tier, u.measure, u.bucket, sum(u.calls) as calls
        from speed_sum u where u.since > now() - interval '%s' and %s
        group by u.tier, u.measure, u.bucket),
      speed_ranked as (
        select tier, measure, bucket, calls,
          sum(calls) over (partition by tier, measure order by bucket) as upto,
          sum(calls) over (partition by tier, measure) as whole
        from speed_counted),
      speed as (
        select tier,
          coalesce(sum(calls) filter (where measure = 'whole'), 0)::bigint as calls,
          speed_ms(min(bucket) filter (where measure = 'whole' and upto >= 0.5 * whole)) as whole_50,
          speed_ms(min(bucket) filter (where measure = 'whole' and upto >= 0.95 * whole)) as whole_95,
          speed_ms(min(bucket) filter (where measure = 'first-byte' and upto >= 0.5 * whole))
            as first_50,
          speed_ms(min(bucket) filter (where measure = 'first-byte' and upto >= 0.95 * whole))
            as first_95
        from speed_ranked group by tier)
      """
        .formatted(back, condition);
  }
}
