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
    private static final int[] PITCHES = {76, 70, 64, 60, 56, 53, 50, 46, 42, 38, 34, 30, 26, 22, 18};
    private static final int[][] TRACKS = tracks();
    private static final int RINGS = Ring.values().length;
    private static final int SECTORS = Sector.values().length;
    private static final double FIRST = -90;

    private final int pitch;
    private final int[] tracks;
    private final double[] inner;
    private final double[] outer;
    private final double[] line;
    private final double[] from;
    private final double[] span;

    private Plan(int pitch, int gap, int[] tracks, double[] span) {
        this.pitch = pitch;
        this.tracks = tracks;
        this.inner = new double[RINGS];
        this.outer = new double[RINGS];
        this.line = new double[RINGS];
        this.from = new double[SECTORS];
        this.span = span;
        double[] thickness = levelled(thinnest(pitch, tracks), slack(pitch, gap, tracks));
        double radius = CORE + AIR;
        for (int ring = 0; ring < RINGS; ring++) {
            inner[ring] = radius;
            outer[ring] = radius + thickness[ring];
            line[ring] = outer[ring] + gap / 2.0;
            radius = outer[ring] + gap;
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
        for (int pitch : PITCHES) {
            for (int gap : GAPS) {
                for (int[] tracks : TRACKS) {
                    double[] spans = slack(pitch, gap, tracks) < 0 ? null : spans(pitch, gap, tracks, counts);
                    if (spans != null) {
                        return new Plan(pitch, gap, tracks, spans);
                    }
                }
            }
        }
        throw new IllegalArgumentException("More people than the picture can hold: " + Arrays.deepToString(counts));
    }

    private static double slack(int pitch, int gap, int[] tracks) {
        return ClosenessCircles.EDGE
                - CORE
                - AIR
                - 2.5 * gap
                - Arrays.stream(thinnest(pitch, tracks)).sum();
    }

    private static double[] thinnest(int pitch, int[] tracks) {
        return Arrays.stream(tracks)
                .mapToDouble(count -> Math.max(count * pitch, THINNEST))
                .toArray();
    }

    /** Gives what is left to the thinnest first, so that the rings look alike while nobody crowds one of them. */
    private static double[] levelled(double[] thickness, double slack) {
        double low = 0;
        double high = ClosenessCircles.EDGE;
        for (int i = 0; i < 40; i++) {
            double level = (low + high) / 2;
            double needed = Arrays.stream(thickness)
                    .map(each -> Math.max(0, level - each))
                    .sum();
            if (needed > slack) {
                high = level;
            } else {
                low = level;
            }
        }
        double level = low;
        return Arrays.stream(thickness).map(each -> Math.max(each, level)).toArray();
    }

    /** How wide each direction must be, and a share of what is left; null where it comes to more than the full turn. */
    private static double @Nullable [] spans(int pitch, int gap, int[] tracks, int[][] counts) {
        double[] evenly = new double[SECTORS];
        Arrays.fill(evenly, 360.0 / SECTORS);
        Plan trial = new Plan(pitch, gap, tracks, evenly);
        double[] need = new double[SECTORS];
        double[] weight = new double[SECTORS];
        double sum = 0;
        for (int sector = 0; sector < SECTORS; sector++) {
            int people = 0;
            for (int ring = 0; ring < RINGS; ring++) {
                need[sector] = Math.max(need[sector], trial.narrowest(ring, counts[ring][sector]));
                people += counts[ring][sector];
            }
            need[sector] = Math.max(need[sector], pitch >= 50 ? 22 : 10);
            weight[sector] = 1 + people;
            sum += need[sector];
        }
        if (sum > 360) {
            return null;
        }
        double weights = Arrays.stream(weight).sum();
        for (int sector = 0; sector < SECTORS; sector++) {
            need[sector] += (360 - sum) * weight[sector] / weights;
        }
        return need;
    }

    private double narrowest(int ring, int people) {
        for (int degrees = 0; degrees <= 360; degrees++) {
            if (room(ring, degrees) >= people) {
                return degrees;
            }
        }
        return 361;
    }

    private int room(int ring, double degrees) {
        int room = 0;
        for (int track = 0; track < tracks[ring]; track++) {
            room += room(ring, track, degrees);
        }
        return room;
    }

    private int room(int ring, int track, double degrees) {
        double radius = track(ring, track);
        double step = Math.toDegrees(2 * Math.asin(Math.min(1, pitch / 2.0 / radius)));
        return (int) Math.floor(degrees / step + 1e-9);
    }

    private double track(int ring, int track) {
        return inner[ring] + (outer[ring] - inner[ring]) * (track + 0.5) / tracks[ring];
    }

    /** A seat for each, clockwise: spread over the tracks by the room there is, and evenly along each. */
    List<Seat> seats(Ring ring, Sector sector, int people) {
        int[] on = shared(ring.ordinal(), span[sector.ordinal()], people);
        List<Seat> seats = new ArrayList<>();
        for (int track = 0; track < on.length; track++) {
            for (int i = 0; i < on[track]; i++) {
                double angle = from[sector.ordinal()] + span[sector.ordinal()] * (i + 0.5) / on[track];
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

    private static int[][] tracks() {
        List<int[]> all = new ArrayList<>();
        for (int first = 0; first <= 8; first++) {
            for (int second = 0; second <= 8; second++) {
                for (int third = 0; third <= 8; third++) {
                    all.add(new int[] {first, second, third});
                }
            }
        }
        all.sort(Comparator.comparingInt(tracks -> Arrays.stream(tracks).sum()));
        return all.toArray(int[][]::new);
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
