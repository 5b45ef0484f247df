package io.marketplace.db.tenant;

import static io.marketplace.db.Enterprise.terms;
import static io.marketplace.db.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.db.Enterprise;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.keys.IssueKey;
import io.marketplace.model.keys.IssuedKey;
import io.marketplace.model.keys.KeyFilter;
import io.marketplace.model.keys.KeyQueries;
import io.marketplace.model.keys.KeyView;
import io.marketplace.model.keys.KeyWish;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.tenant.ArchiveApplication;
import io.marketplace.model.tenant.TenantQueries;
import io.marketplace.model.tenant.WholeTeam;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WholeTeamContractTest {

  private Enterprise e;
  private TeamId team;

  @BeforeAll
  void start() throws SQLException {
    e = new Enterprise();
    team = e.developer.teams().iterator().next();
  }

  @AfterAll
  void stop() throws SQLException {
    e.close();
  }

  private ApplicationId whole() {
    return e.get(WholeTeam.class).application(e.developer, team);
  }

  @Test
  void aTeamHasOneApplicationOfItsOwnUntilThatIsArchived() {
    ApplicationId first = whole();
    assertThat(whole()).isEqualTo(first);
    assertThat(e.get(WholeTeam.class).application(e.colleague, team)).isEqualTo(first);
    TenantQueries queries = e.get(TenantQueries.class);
    assertThat(queries.application(e.developer, first).wholeTeam()).isTrue();
    assertThat(queries.application(e.developer, e.application("of one")).wholeTeam()).isFalse();
    e.get(ArchiveApplication.class).archive(e.developer, first);
    assertThat(whole()).isNotEqualTo(first);
  }

  @Test
  void itsKeysNeedItsOwnGrants() {
    ApplicationId application = whole();
    KeyWish wish = KeyWish.of("of the team", Set.of(Tier.CODE));
    assertRefused(
        ProblemCode.TIER_NOT_GRANTED,
        () -> e.get(IssueKey.class).issue(e.developer, application, wish));
    e.grant(application, terms(Tier.CODE));
    IssuedKey key = e.get(IssueKey.class).issue(e.developer, application, wish);
    assertThat(
            e.get(KeyQueries.class)
                .keys(e.developer, KeyFilter.of(team), PageRequest.first(50))
                .items())
        .extracting(KeyView::id)
        .contains(key.id());
  }

  @Test
  void othersDoNotActForTheTeam() {
    assertRefused(
        ProblemCode.NOT_FOUND, () -> e.get(WholeTeam.class).application(e.otherApprover, team));
    assertRefused(
        ProblemCode.NOT_FOUND, () -> e.get(WholeTeam.class).application(e.stranger, team));
    assertRefused(ProblemCode.FORBIDDEN, () -> e.get(WholeTeam.class).application(e.finops, team));
  }
}
