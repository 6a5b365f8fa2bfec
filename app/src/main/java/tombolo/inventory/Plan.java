package tombolo.inventory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the rings and directions of the picture are laid out so that everyone has a seat. A ring has one or more tracks; a
 * ring with many people grows and the others shrink; a part of life with many people gets a wider direction. The
 * largest circles that still fit are taken.
 */
final class Plan {
    private static final int CORE = 28;
    private static final int AIR = 6;
    private static final int THINNEST = 30;
    private static final int[] GAPS = {26, 14};
    private static final int[] PITCHES = {86, 80, 74, 68, 64, 60, 56, 53, 50, 46, 42, 38, 34, 30, 26, 22, 18};
    private static final int MOST_TRACKS = 8;
    private static final int RINGS = Ring.values().length;
    private static final int SECTORS = Sector.values().length;
    private static final double FIRST = -90;

    /** How far a ring's people stand to one side of the middle of their places, so that no wish has to cross another ring's. */
    private static final double[] ASIDE = {-0.8, 0.9, -0.4};

    private static final double MOST_ASIDE = 24;
    private static final double[] EVENLY = {90, 90, 90, 90};

    private final int pitch;
    private final int[] tracks;
    private final double[] inner;
    private final double[] outer;
    private final double[] line;
    private final double[][] step;
    private final double[] from;
    private final double[] span;

    private Plan(int pitch, int gap, int[] tracks, double slack, double[] span) {
        this.pitch = pitch;
        this.tracks = tracks;
        this.inner = new double[RINGS];
        this.outer = new double[RINGS];
        this.line = new double[RINGS];
        this.step = new double[RINGS][];
        this.from = new double[SECTORS];
        this.span = span;
        double[] thickness = levelled(pitch, tracks, slack);
        double radius = CORE + AIR;
        for (int ring = 0; ring < RINGS; ring++) {
            inner[ring] = radius;
            outer[ring] = radius + thickness[ring];
            line[ring] = outer[ring] + gap / 2.0;
            radius = outer[ring] + gap;
            step[ring] = new double[tracks[ring]];
            for (int track = 0; track < tracks[ring]; track++) {
                step[ring][track] = Math.toDegrees(2 * Math.asin(Math.min(1, pitch / 2.0 / track(ring, track))));
            }
        }
        double angle = FIRST;
        for (int sector = 0; sector < SECTORS; sector++) {
            from[sector] = angle;
            angle += span[sector];
        }
    }

    static int[][] count(List<Someone> people) {
        int[][] counts = new int[RINGS][SECTORS];
        people.forEach(
                someone -> counts[someone.ring().ordinal()][someone.sector().ordinal()]++);
        return counts;
    }

    static Plan seating(int[][] counts) {
        List<int[]> tracks = tracks(counts);
        for (int pitch : PITCHES) {
            for (int gap : GAPS) {
                for (int[] each : tracks) {
                    double slack = slack(pitch, gap, each);
                    double[] spans = slack < 0 ? null : new Plan(pitch, gap, each, slack, EVENLY).spans(counts);
                    if (spans != null) {
                        return new Plan(pitch, gap, each, slack, spans);
                    }
                }
            }
        }
        throw new IllegalArgumentException("More people than the picture can hold: " + Arrays.deepToString(counts));
    }

    /** Which numbers of tracks are worth trying, the fewest first: none for a ring that is empty. */
    private static List<int[]> tracks(int[][] counts) {
        int[] most = Arrays.stream(counts)
                .mapToInt(ring -> Math.min(MOST_TRACKS, (Arrays.stream(ring).sum() + 1) / 2))
                .toArray();
        int[] least = Arrays.stream(most).map(count -> Math.min(count, 1)).toArray();
        List<int[]> all = new ArrayList<>();
        for (int first = least[0]; first <= most[0]; first++) {
            for (int second = least[1]; second <= most[1]; second++) {
                for (int third = least[2]; third <= most[2]; third++) {
                    all.add(new int[] {first, second, third});
                }
            }
        }
        all.sort(Comparator.comparingInt(tracks -> tracks[0] + tracks[1] + tracks[2]));
        return all;
    }

    private static double slack(int pitch, int gap, int[] tracks) {
        double slack = ClosenessCircles.EDGE - CORE - AIR - 2.5 * gap;
        for (int count : tracks) {
            slack -= Math.max(count * pitch, THINNEST);
        }
        return slack;
    }

    /** Gives what is left to the thinnest first, so that the rings look alike while nobody crowds one of them. */
    private static double[] levelled(int pitch, int[] tracks, double slack) {
        double[] thickness = new double[RINGS];
        for (int ring = 0; ring < RINGS; ring++) {
            thickness[ring] = Math.max(tracks[ring] * pitch, THINNEST);
        }
        double[] sorted = thickness.clone();
        Arrays.sort(sorted);
        double level = sorted[0] + slack;
        double sum = sorted[0];
        for (int ring = 1; ring < RINGS && level > sorted[ring]; ring++) {
            sum += sorted[ring];
            level = (sum + slack) / (ring + 1);
        }
        for (int ring = 0; ring < RINGS; ring++) {
            thickness[ring] = Math.max(thickness[ring], level);
        }
        return thickness;
    }

    /** How wide each direction must be, and a share of what is left; null where it comes to more than the full turn. */
    private double @Nullable [] spans(int[][] counts) {
        double[] spans = new double[SECTORS];
        double left = 360;
        int everyone = 0;
        for (int sector = 0; sector < SECTORS; sector++) {
            spans[sector] = pitch >= 50 ? 22 : 10;
            for (int ring = 0; ring < RINGS; ring++) {
                spans[sector] = Math.max(spans[sector], narrowest(ring, counts[ring][sector]));
                everyone += counts[ring][sector];
            }
            left -= spans[sector];
        }
        if (left < 0) {
            return null;
        }
        for (int sector = 0; sector < SECTORS; sector++) {
            int people = 0;
            for (int ring = 0; ring < RINGS; ring++) {
                people += counts[ring][sector];
            }
            spans[sector] += left * (1 + people) / (SECTORS + everyone);
        }
        return spans;
    }

    private int narrowest(int ring, int people) {
        int low = 0;
        int high = 361;
        while (low < high) {
            int middle = (low + high) / 2;
            if (room(ring, middle) >= people) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private int room(int ring, double degrees) {
        int room = 0;
        for (int track = 0; track < tracks[ring]; track++) {
            room += room(ring, track, degrees);
        }
        return room;
    }

    private int room(int ring, int track, double degrees) {
        return (int) (degrees / step[ring][track] + 1e-9);
    }

    private double track(int ring, int track) {
        return inner[ring] + (outer[ring] - inner[ring]) * (track + 0.5) / tracks[ring];
    }

    /** A seat for each, clockwise: spread over the tracks by the room there is, evenly along each, and each ring a little aside. */
    List<Seat> seats(Ring ring, Sector sector, int people) {
        int[] on = shared(ring.ordinal(), span[sector.ordinal()], people);
        List<Seat> seats = new ArrayList<>();
        for (int track = 0; track < on.length; track++) {
            double each = span[sector.ordinal()] / on[track];
            double aside = ASIDE[ring.ordinal()] * Math.min(MOST_ASIDE, (each - step[ring.ordinal()][track]) / 2);
            for (int i = 0; i < on[track]; i++) {
                double angle = from[sector.ordinal()] + each * (i + 0.5) + aside;
                seats.add(Seat.at(track(ring.ordinal(), track), angle));
            }
        }
        seats.sort(Comparator.comparingDouble(Seat::angle));
        return seats;
    }

    private int[] shared(int ring, double degrees, int people) {
        int[] on = new int[tracks[ring]];
        int room = Math.max(1, room(ring, degrees));
        int seated = 0;
        for (int track = 0; track < on.length; track++) {
            on[track] = people * room(ring, track, degrees) / room;
            seated += on[track];
        }
        for (int track = on.length - 1; seated < people; track = track == 0 ? on.length - 1 : track - 1) {
            if (on[track] < room(ring, track, degrees)) {
                on[track]++;
                seated++;
            }
        }
        return on;
    }

    int radius() {
        return (pitch - AIR) / 2;
    }

    int line(Ring ring) {
        return (int) Math.round(line[ring.ordinal()]);
    }

    double middle(Ring ring) {
        return (inner[ring.ordinal()] + outer[ring.ordinal()]) / 2;
    }

    double from(Sector sector) {
        return from[sector.ordinal()];
    }

    double span(Sector sector) {
        return span[sector.ordinal()];
    }

    /** Where one circle's middle is. */
    record Seat(double angle, int x, int y) {
        static Seat at(double radius, double degrees) {
            double angle = Math.toRadians(degrees);
            return new Seat(
                    degrees, (int) Math.round(radius * Math.cos(angle)), (int) Math.round(radius * Math.sin(angle)));
        }
    }
}
