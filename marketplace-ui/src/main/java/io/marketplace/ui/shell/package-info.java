/** The frame around every page: drawer, top bar, theme, keyboard, and who may open what. */
@NullMarked
package io.marketplace.ui.shell;

import org.jspecify.annotations.NullMarked;
