# Built from the repository's root after `mvn -Pfast package`.
FROM eclipse-temurin:25-jre
COPY db/target/db-*.jar /opt/marketplace/db.jar
COPY db/target/lib /opt/marketplace/lib
USER 10001
ENTRYPOINT ["java", "-Xmx192m", "-cp", "/opt/marketplace/db.jar:/opt/marketplace/lib/*", "io.marketplace.db.Migrate"]
