package tombolo.practice;

import java.util.List;
import org.springframework.stereotype.Component;
import tombolo.accounts.WordsNearby;

/** The practice's name is the first word somebody would try as a password. */
@Component
class PracticeNearby implements WordsNearby {
    private final Practices practices;

    PracticeNearby(Practices practices) {
        this.practices = practices;
    }

    @Override
    public List<String> words() {
        return practices.find().map(practice -> List.of(practice.name())).orElse(List.of());
    }
}
