package tombolo.techniques;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tombolo.inventory.RelationshipId;
import tombolo.ui.Language;
import tombolo.ui.Texts;
import tombolo.vault.Confidential;

/**
 * What tells a piece of work from another of its kind: whom it is about, else what it is about in the person's words, else where
 * it began.
 */
@Component
public class WhatItIsAbout {
    private final Texts texts;

    WhatItIsAbout(Texts texts) {
        this.texts = texts;
    }

    /**
     * Empty where nothing tells it.
     *
     * @param names what everybody on the circles is called now
     */
    public String of(Piece piece, Technique how, Map<RelationshipId, Confidential> names, Language language) {
        return piece.with()
                .map(with -> with.now(names))
                .or(() -> Optional.of(how.aboutWhat(piece.answers())).filter(words -> !words.isEmpty()))
                .or(() -> how.startingPoint()
                        .filter(piece.answers()::has)
                        .map(start -> how.texts() + "." + start + "."
                                + piece.answers().one(start))
                        .filter(texts::has)
                        .map(key -> texts.say(language, key)))
                .orElse("");
    }
}
