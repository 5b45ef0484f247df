package io.marketplace.api.paging;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Names a list by its path and filters, so that a cursor of one list is not taken for another's.
 */
final class ListName {

  private ListName() {}

  static String of(String path, Map<String, List<String>> query) {
    Map<String, List<String>> filters = new TreeMap<>(query);
    filters.remove("limit");
    filters.remove("cursor");
    return path + filters;
  }
}
