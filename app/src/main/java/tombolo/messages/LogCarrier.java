package tombolo.messages;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where nothing is sent: it says that a message would have gone, never to whom nor what. */
record LogCarrier(Way way) implements Carrier {
    private static final Logger LOG = LoggerFactory.getLogger(LogCarrier.class);

    @Override
    public boolean leaves() {
        return false;
    }

    @Override
    public Carried carry(Letter letter) {
        LOG.info("{} would have gone out now; none is sent from here", way == Way.TEXT ? "A text" : "An e-mail");
        return Carried.ONLY_KEPT;
    }
}
