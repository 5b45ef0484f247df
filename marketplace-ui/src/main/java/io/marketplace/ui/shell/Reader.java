package io.marketplace.ui.shell;

import io.marketplace.model.kernel.Actor;
import java.time.ZoneId;

/**
 * Who looks at the portal, and how times are written for them.
 *
 * @param actor whose rights apply; handed to every use case
 * @param place the team and tenant, or the roles of somebody of the platform, to show under the
 *     name
 * @param zone the browser's time zone, or UTC where it did not say
 */
public record Reader(Actor actor, String place, ZoneId zone) {}
