/** Which files are read: what git tracks or a folder holds, less what the exceptions name. */
@NullMarked
package io.marketplace.names.files;

import org.jspecify.annotations.NullMarked;
