package tombolo.formulation;

import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.people.ComesNext;
import tombolo.people.Glance;

/**
 * New words for what the problem is, to which the person has not said yes, for their first page. Whoever has taken a yes back
 * has answered, and is not asked again.
 */
@Component
@Order(40)
class WordsToRead implements ComesNext {
    private final FormulationPart part;

    WordsToRead(FormulationPart part) {
        this.part = part;
    }

    @Override
    public Glance<List<Line>> glance() {
        return Line.at(
                Glance.moments(
                        part,
                        "select f.written_at as at from formulation f where f.practice_id = :practice"
                                + " and f.person_id = :person and not exists (select from formulation_agreement yes"
                                + " where yes.practice_id = f.practice_id and yes.formulation_id = f.id"
                                + " and yes.side = 'PERSON') and not exists (select from formulation_taken_back no"
                                + " where no.practice_id = f.practice_id and no.formulation_id = f.id)"
                                + " and not exists (select from formulation later"
                                + " where later.practice_id = f.practice_id and later.person_id = f.person_id"
                                + " and later.version > f.version)",
                        Map.of()),
                "formulation.next-line",
                "/my/what-we-agreed");
    }
}
