# Built from the repository's root after `mvn -Pfast package`.
ARG LIBERTY_IMAGE=open-liberty:26.0.0.3-full-java21-openj9
FROM ${LIBERTY_IMAGE}
COPY --chown=1001:0 liberty-config/src/main/liberty/shared/ /opt/ol/wlp/usr/shared/config/
COPY --chown=1001:0 liberty-config/src/main/liberty/portal/ /config/
COPY --chown=1001:0 db/target/lib /opt/marketplace/lib
COPY --chown=1001:0 db/target/persistence /opt/marketplace/persistence
COPY --chown=1001:0 marketplace-ui/target/marketplace-ui.war marketplace-api/target/marketplace-api.war /opt/marketplace/
ENV MARKETPLACE_HTTP_HOST=* MARKETPLACE_HTTP_PORT=9080 \
    MARKETPLACE_UI_WAR=/opt/marketplace/marketplace-ui.war MARKETPLACE_API_WAR=/opt/marketplace/marketplace-api.war \
    MARKETPLACE_DB_LIBRARY=/opt/marketplace/lib MARKETPLACE_PERSISTENCE_LIBRARY=/opt/marketplace/persistence
EXPOSE 9080
