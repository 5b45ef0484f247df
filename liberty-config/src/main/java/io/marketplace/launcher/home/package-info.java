/** The state folder and the settings: ports, secrets, addresses, the env file. */
@NullMarked
package io.marketplace.launcher.home;

import org.jspecify.annotations.NullMarked;
