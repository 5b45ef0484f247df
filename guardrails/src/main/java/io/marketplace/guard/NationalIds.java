package io.marketplace.guard;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.commons.validator.routines.checkdigit.EAN13CheckDigit;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;
import org.apache.commons.validator.routines.checkdigit.VerhoeffCheckDigit;

/**
 * National identity and tax numbers by country, each by the form and the check its issuer
 * publishes. Numbers without a check of their own (US, GB) are taken in their written form only.
 */
final class NationalIds {

  private static final String DNI_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";

  /**
   * What an odd place of an Italian tax code counts, for 0-9 and A-Z: decree of 23 December 1976.
   */
  private static final int[] ODD = {
    1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
  };

  private static final Map<String, Shape> BY_COUNTRY = new TreeMap<>();

  static {
    add("AT", "[1-9][0-9]{3} ?[0-9]{6}", NationalIds::austria);
    add("BE", "[0-9]{2}\\.?[0-9]{2}\\.?[0-9]{2}-?[0-9]{3}\\.?[0-9]{2}", NationalIds::belgium);
    add("BR", "[0-9]{3}\\.?[0-9]{3}\\.?[0-9]{3}-?[0-9]{2}", NationalIds::brazil);
    add(
        "CH",
        "756\\.?[0-9]{4}\\.?[0-9]{4}\\.?[0-9]{2}",
        EAN13CheckDigit.EAN13_CHECK_DIGIT::isValid);
    add("CN", "[1-9][0-9]{16}[0-9x]", NationalIds::china);
    add("DE", "[1-9][0-9] ?[0-9]{3} ?[0-9]{3} ?[0-9]{3}", NationalIds::germany);
    add("ES", "[0-9xyz][0-9]{7}[ \\-]?[a-z]", NationalIds::spain);
    add(
        "FR",
        "[1-478] ?[0-9]{2} ?[0-9]{2} ?([0-9]{2}|2[ab]) ?[0-9]{3} ?[0-9]{3} ?[0-9]{2}",
        NationalIds::france);
    add(
        "GB",
        "[a-ceghj-prstw-z][a-ceghj-nprstw-z] ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[a-d]",
        id -> !Set.of("BG", "GB", "NK", "KN", "TN", "NT", "ZZ").contains(id.substring(0, 2)));
    add(
        "IN",
        "[2-9][0-9]{3} ?[0-9]{4} ?[0-9]{4}",
        VerhoeffCheckDigit.VERHOEFF_CHECK_DIGIT::isValid);
    add("IT", "[a-z]{6}[0-9]{2}[a-ehlmprst][0-9]{2}[a-z][0-9]{3}[a-z]", NationalIds::italy);
    add("NL", "[0-9]{9}", NationalIds::netherlands);
    add("PL", "[0-9]{11}", NationalIds::poland);
    add("SE", "([0-9]{2})?[0-9]{6}[+\\-]?[0-9]{4}", NationalIds::sweden);
    add("US", "[0-8][0-9]{2}-[0-9]{2}-[0-9]{4}", NationalIds::unitedStates);
  }

  private NationalIds() {}

  private static void add(String country, String form, Predicate<String> check) {
    BY_COUNTRY.put(
        country,
        Shapes.shape(form, true, 60, Folding::word, text -> check.test(Shapes.bare(text))));
  }

  /** The countries whose numbers are known. */
  static Set<String> countries() {
    return BY_COUNTRY.keySet();
  }

  /** The forms of these countries, of all if none is named. */
  static List<Shape> of(Collection<String> countries) {
    return BY_COUNTRY.entrySet().stream()
        .filter(entry -> countries.isEmpty() || countries.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static int weighed(String digits, int... weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * (digits.charAt(i) - '0');
    }
    return sum;
  }

  private static int digit(String id, int index) {
    return id.charAt(index) - '0';
  }

  private static boolean date(String id, int month, int day) {
    int m = Integer.parseInt(id.substring(month, month + 2));
    int d = Integer.parseInt(id.substring(day, day + 2));
    return m >= 1 && m <= 12 && d >= 1 && d <= 31;
  }

  private static boolean austria(String id) {
    return weighed(id, 3, 7, 9, 0, 5, 8, 4, 2, 1, 6) % 11 == digit(id, 3) && date(id, 6, 4);
  }

  private static boolean belgium(String id) {
    long number = Long.parseLong(id.substring(0, 9));
    long check = Long.parseLong(id.substring(9));
    // people born from 2000 on have a 2 put before their number
    return 97 - number % 97 == check || 97 - (2_000_000_000L + number) % 97 == check;
  }

  private static boolean brazil(String id) {
    int first = weighed(id, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10;
    int second = weighed(id, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10;
    return id.chars().distinct().count() > 1 && first == digit(id, 9) && second == digit(id, 10);
  }

  /** ISO 7064 MOD 11-2 (GB 11643). */
  private static boolean china(String id) {
    int rest = weighed(id, 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2) % 11;
    return "10X98765432".charAt(rest) == id.charAt(17) && date(id, 10, 12);
  }

  /** ISO 7064 MOD 11,10; of the first ten digits one stands twice or thrice, no other twice. */
  private static boolean germany(String id) {
    int[] times = new int[10];
    int product = 10;
    for (int i = 0; i < 10; i++) {
      times[digit(id, i)]++;
      int sum = (digit(id, i) + product) % 10;
      product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    int repeated = 0;
    for (int count : times) {
      if (count > 3) {
        return false;
      }
      repeated += count > 1 ? 1 : 0;
    }
    return repeated == 1 && (11 - product) % 10 == digit(id, 10);
  }

  private static boolean spain(String id) {
    int first = "XYZ".indexOf(id.charAt(0));
    String number = (first >= 0 ? String.valueOf(first) : id.substring(0, 1)) + id.substring(1, 8);
    return DNI_LETTERS.charAt(Integer.parseInt(number) % 23) == id.charAt(8);
  }

  private static boolean france(String id) {
    String number = id.substring(0, 13).replace("2A", "19").replace("2B", "18");
    return 97 - Long.parseLong(number) % 97 == Long.parseLong(id.substring(13));
  }

  private static boolean italy(String id) {
    int sum = 0;
    for (int i = 0; i < 15; i++) {
      int c = id.charAt(i);
      int value = c <= '9' ? c - '0' : c - 'A';
      sum += i % 2 == 0 ? ODD[value] : value;
    }
    return 'A' + sum % 26 == id.charAt(15);
  }

  private static boolean netherlands(String id) {
    return !id.equals("000000000") && weighed(id, 9, 8, 7, 6, 5, 4, 3, 2, -1) % 11 == 0;
  }

  private static boolean poland(String id) {
    int month = Integer.parseInt(id.substring(2, 4)) % 20;
    return weighed(id, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1) % 10 == 0 && month >= 1 && month <= 12;
  }

  private static boolean sweden(String id) {
    String ten = id.substring(id.length() - 10);
    return date(ten, 2, 4) && LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(ten);
  }

  private static boolean unitedStates(String id) {
    return !id.startsWith("000")
        && !id.startsWith("666")
        && !id.startsWith("00", 3)
        && !id.endsWith("0000");
  }
}
