package io.marketplace.launcher;

/** The help text. */
final class Usage {
  static final String TEXT =
      """
      ./marketplace COMMAND

        up [--detach] [--gateways N]   builds what is missing and starts everything; Ctrl-C stops it.
                                       --detach returns when it is ready. --gateways N starts N gateways (default 1);
                                       while it runs, it adds or stops gateways until there are N.
        down [--wipe]                  stops everything. --wipe also deletes the databases, secrets and logs.
        status [--json]                says what runs.
        logs [PART]                    names the log files, or prints the log of one part.
        test                           runs every check and test; needs no running marketplace and disturbs none.
        bench [SCENARIO]               measures the running marketplace (bench --help names the scenarios).
        check-names PATH…              finds the names of models in sources (check-names --help has the options).
        help                           prints this.

      For developers: up --only postgres,keycloak,migrate starts these parts and what they need.

      Environment (all optional)
        MARKETPLACE_HOME       state folder                      (.marketplace)
        MARKETPLACE_RUNTIMES   unpacked servers                  (runtimes/ in the state folder)
        PORTAL_PORT            portal and REST API               (9080)
        GATEWAY_PORT           first gateway; others follow it   (9090)
        KEYCLOAK_PORT          Keycloak                          (8180)
        POSTGRES_PORT          Postgres                          (5544)
        MODELS_PORT            first model server; others follow (8300)
        DATABASE_URL           a Postgres with pgvector of your own, postgresql://user:password@host:5432/database
        OIDC_ISSUER            an OpenID provider of your own; with OIDC_CLIENT_SECRET of its client marketplace-portal
        UPSTREAM_BASE_URL, UPSTREAM_API_KEY, UPSTREAM_MODEL   an OpenAI-compatible upstream behind the chat tiers
        MARKETPLACE_REDIS_URL  a Redis or Valkey of your own, redis://host:6379, through which gateways share limits
        MVN                    the Maven to build with           (mvn)
      """;

  private Usage() {}
}
