package io.marketplace.model.tenant;

import io.marketplace.model.kernel.PersonId;
import java.util.Optional;

/** Keeps people. Within the running unit of work, of the rows it may see. */
public interface People {

  /**
   * The person of that subject, locked until the unit of work ends, so that two sign-ins of one
   * person come one after the other.
   */
  Optional<Person> lockBySubject(String subject);

  /** Keeps a new person. */
  void add(Person person);

  /**
   * Keeps where {@code person} starts, unless that is what is kept already; a person out of sight
   * is passed over.
   */
  void keepStartPage(PersonId person, String path);
}
