/** Findings for people and for other programs: text, JSON, SARIF and JUnit XML. */
@NullMarked
package io.marketplace.names.report;

import org.jspecify.annotations.NullMarked;
