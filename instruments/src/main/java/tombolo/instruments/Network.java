package tombolo.instruments;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * People and the undirected ties between them, for the figures of each person's own network.
 *
 * <p>In a weighted network ties named twice add up, and Burt's weighted forms are used; in an unweighted one a tie is
 * there or not. A directed network is the weighted one of its ties with both directions added up.
 */
public final class Network {
    private final List<String> people;
    private final Map<String, Integer> indices;
    private final boolean weighted;
    private final int[] start;
    private final int[] neighbours;
    private final double[] weights;
    private final double[] strength;
    private final double[] strongest;

    private Network(Builder builder) {
        this.weighted = builder.weighted;
        this.indices = new HashMap<>(builder.indices);
        this.people = List.copyOf(builder.indices.keySet());
        int n = people.size();
        Adjacency merged = builder.sorted(n).merged(weighted);
        this.start = merged.start;
        this.neighbours = merged.neighbours;
        this.weights = merged.weights;
        this.strength = new double[n];
        this.strongest = new double[n];
        for (int i = 0; i < n; i++) {
            for (int k = start[i]; k < start[i + 1]; k++) {
                strength[i] += weights[k];
                strongest[i] = Math.max(strongest[i], weights[k]);
            }
        }
    }

    /** Begins a network whose ties are there or not. */
    public static Builder unweighted() {
        return new Builder(false);
    }

    /** Begins a network whose ties have strengths. */
    public static Builder weighted() {
        return new Builder(true);
    }

    /** Everybody, in the order they were first named. */
    public List<String> people() {
        return people;
    }

    /**
     * The figures of one person's network.
     *
     * @throws IllegalArgumentException if nobody has that name
     */
    public EgoNetwork around(String person) {
        Integer ego = indices.get(person);
        if (ego == null) {
            throw new IllegalArgumentException("Nobody in the network is called '" + person + "'");
        }
        return around(person, ego);
    }

    private EgoNetwork around(String name, int ego) {
        int size = start[ego + 1] - start[ego];
        long twiceTies = 0;
        double effective = 0;
        double constraint = 0;
        for (int k = start[ego]; k < start[ego + 1]; k++) {
            Shared shared = shared(ego, neighbours[k]);
            twiceTies += shared.count;
            effective += 1 - shared.redundancy;
            double invested = weights[k] / strength[ego] + shared.indirect;
            constraint += invested * invested;
        }
        double effectiveSize = weighted ? effective : size - (double) twiceTies / Math.max(1, size);
        return new EgoNetwork(
                name,
                size,
                twiceTies / 2,
                defined(size > 1, (double) twiceTies / ((double) size * (size - 1))),
                defined(size > 0, effectiveSize),
                defined(size > 0, effectiveSize / size),
                defined(size > 0, constraint));
    }

    private static OptionalDouble defined(boolean defined, double value) {
        return defined ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /** What a person and one of their people share: others tied to both. */
    private static final class Shared {
        private int count;
        private double redundancy;
        private double indirect;
    }

    /** Looks through the shorter of the two lists of ties, so that one person everybody knows costs no more. */
    private Shared shared(int ego, int alter) {
        Shared shared = new Shared();
        boolean egoShorter = start[ego + 1] - start[ego] <= start[alter + 1] - start[alter];
        int looked = egoShorter ? ego : alter;
        int searched = egoShorter ? alter : ego;
        for (int k = start[looked]; k < start[looked + 1]; k++) {
            int other = neighbours[k];
            int found = Arrays.binarySearch(neighbours, start[searched], start[searched + 1], other);
            if (found >= 0) {
                double toEgo = egoShorter ? weights[k] : weights[found];
                double toAlter = egoShorter ? weights[found] : weights[k];
                shared.count++;
                shared.redundancy += toEgo / strength[ego] * (toAlter / strongest[alter]);
                shared.indirect += toEgo / strength[ego] * (toAlter / strength[other]);
            }
        }
        return shared;
    }

    /** Gathers people and ties. */
    public static final class Builder {
        private final boolean weighted;
        private final Map<String, Integer> indices = new LinkedHashMap<>();
        private int[] from = new int[16];
        private int[] to = new int[16];
        private double[] weight = new double[16];
        private int ties;

        private Builder(boolean weighted) {
            this.weighted = weighted;
        }

        /** Names a person, tied or not. */
        public Builder person(String name) {
            index(name);
            return this;
        }

        /** Ties two people with a strength of 1. */
        public Builder tie(String one, String other) {
            return tie(one, other, 1);
        }

        /**
         * Ties two people.
         *
         * @throws IllegalArgumentException if they are the same person, or the strength is not a number above 0
         */
        public Builder tie(String one, String other, double strength) {
            if (one.equals(other)) {
                throw new IllegalArgumentException("A tie is between two people, not from '" + one + "' to themselves");
            }
            if (!(strength > 0) || Double.isInfinite(strength)) {
                throw new IllegalArgumentException("A tie's strength is a number above 0, not " + strength);
            }
            if (ties == from.length) {
                from = Arrays.copyOf(from, 2 * ties);
                to = Arrays.copyOf(to, 2 * ties);
                weight = Arrays.copyOf(weight, 2 * ties);
            }
            from[ties] = index(one);
            to[ties] = index(other);
            weight[ties++] = strength;
            return this;
        }

        private int index(String name) {
            Integer known = indices.putIfAbsent(name, indices.size());
            return known == null ? indices.size() - 1 : known;
        }

        /** Whether somebody has been named. */
        public boolean knows(String name) {
            return indices.containsKey(name);
        }

        public Network build() {
            return new Network(this);
        }

        /** Each person's ties, ordered by the other person; two passes of counting instead of a sort. */
        private Adjacency sorted(int people) {
            Adjacency byPerson = new Adjacency(people, 2 * ties);
            for (int i = 0; i < ties; i++) {
                byPerson.count(from[i]);
                byPerson.count(to[i]);
            }
            byPerson.beginFilling();
            for (int i = 0; i < ties; i++) {
                byPerson.put(from[i], to[i], weight[i]);
                byPerson.put(to[i], from[i], weight[i]);
            }
            Adjacency sorted = new Adjacency(people, 2 * ties);
            System.arraycopy(byPerson.start, 0, sorted.start, 0, people + 1);
            sorted.beginFillingAt(byPerson.start);
            for (int person = 0; person < people; person++) {
                for (int k = byPerson.start[person]; k < byPerson.start[person + 1]; k++) {
                    sorted.put(byPerson.neighbours[k], person, byPerson.weights[k]);
                }
            }
            return sorted;
        }
    }

    /** Everybody's ties in one run of arrays: those of person i lie from start[i] up to start[i + 1]. */
    private static final class Adjacency {
        private final int[] start;
        private final int[] next;
        private final int[] neighbours;
        private final double[] weights;

        Adjacency(int people, int ends) {
            this.start = new int[people + 1];
            this.next = new int[people];
            this.neighbours = new int[ends];
            this.weights = new double[ends];
        }

        void count(int person) {
            start[person + 1]++;
        }

        void beginFilling() {
            for (int i = 1; i < start.length; i++) {
                start[i] += start[i - 1];
            }
            beginFillingAt(start);
        }

        void beginFillingAt(int[] starts) {
            System.arraycopy(starts, 0, next, 0, next.length);
        }

        void put(int person, int neighbour, double weight) {
            int place = next[person]++;
            neighbours[place] = neighbour;
            weights[place] = weight;
        }

        /** The same with ties to one person made one. */
        Adjacency merged(boolean adding) {
            Adjacency merged = new Adjacency(next.length, neighbours.length);
            int used = 0;
            for (int person = 0; person < next.length; person++) {
                merged.start[person] = used;
                for (int k = start[person]; k < start[person + 1]; k++) {
                    boolean again = used > merged.start[person] && merged.neighbours[used - 1] == neighbours[k];
                    if (again) {
                        merged.weights[used - 1] += adding ? weights[k] : 0;
                    } else {
                        merged.neighbours[used] = neighbours[k];
                        merged.weights[used++] = adding ? weights[k] : 1;
                    }
                }
            }
            merged.start[next.length] = used;
            return merged;
        }
    }
}
