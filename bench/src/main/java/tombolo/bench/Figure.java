package tombolo.bench;

import java.util.Locale;

/**
 * One measured figure beside its budget.
 *
 * @param workload the id in the table of budgets, such as W1
 * @param what what was measured, in words
 * @param measured the figure
 * @param limit the budget
 * @param unit the unit of both
 * @param smallerIsBetter whether the figure may be at most the limit, or must be at least it
 */
record Figure(String workload, String what, double measured, double limit, String unit, boolean smallerIsBetter) {

    static Figure atMost(String workload, String what, double measured, double limit, String unit) {
        return new Figure(workload, what, measured, limit, unit, true);
    }

    static Figure atLeast(String workload, String what, double measured, double limit, String unit) {
        return new Figure(workload, what, measured, limit, unit, false);
    }

    boolean holds() {
        return smallerIsBetter ? measured <= limit : measured >= limit;
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%-4s %-58s %12s %2s %12s %-10s %s",
                workload,
                what,
                amount(measured),
                smallerIsBetter ? "<=" : ">=",
                amount(limit),
                unit,
                holds() ? "holds" : "DOES NOT HOLD");
    }

    private static String amount(double value) {
        return value >= 1000 ? String.format(Locale.ROOT, "%,.0f", value) : String.format(Locale.ROOT, "%.2f", value);
    }
}
