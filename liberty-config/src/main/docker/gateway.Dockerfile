# Built from the repository's root after `mvn -Pfast package`.
ARG LIBERTY_IMAGE=open-liberty:26.0.0.3-full-java21-openj9
FROM ${LIBERTY_IMAGE}
COPY --chown=1001:0 liberty-config/src/main/liberty/shared/ /opt/ol/wlp/usr/shared/config/
COPY --chown=1001:0 liberty-config/src/main/liberty/gateway/ /config/
COPY --chown=1001:0 gateway-runtime/target/gateway-runtime-*.war /opt/marketplace/gateway-runtime.war
ENV MARKETPLACE_HTTP_HOST=* MARKETPLACE_HTTP_PORT=9090 \
    MARKETPLACE_GATEWAY_WAR=/opt/marketplace/gateway-runtime.war
EXPOSE 9090
