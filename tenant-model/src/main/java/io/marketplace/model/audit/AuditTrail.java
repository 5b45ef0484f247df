package io.marketplace.model.audit;

/** Where use cases write what they did. Entries are only ever added. */
public interface AuditTrail {

  /**
   * Adds an entry within the running unit of work: the change and its record are kept together or
   * not at all.
   */
  void record(AuditEntry entry);
}
