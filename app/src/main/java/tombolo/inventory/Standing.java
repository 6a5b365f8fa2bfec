package tombolo.inventory;

import org.jspecify.annotations.Nullable;

/** Where somebody stands now, where the person wishes them to stand (absent: as it is), and in which part of the life. */
public record Standing(Position now, @Nullable Position wished, Sector sector) {

    public Standing {
        if (wished == Apart.DIED || wished == Apart.NOT_YET_MET || wished == Apart.NOT_PLACED) {
            throw new IllegalArgumentException("Nobody is wished to be " + wished);
        }
        if (now == Apart.DIED || wished == now) {
            wished = null;
        }
    }

    /** A first standing, with nothing wished. */
    public static Standing at(Position now, Sector sector) {
        return new Standing(now, null, sector);
    }

    public Standing movedTo(Position now) {
        return new Standing(now, wished, sector);
    }

    public Standing wishedAt(@Nullable Position wished) {
        return new Standing(now, wished, sector);
    }

    public Standing among(Sector sector) {
        return new Standing(now, wished, sector);
    }
}
