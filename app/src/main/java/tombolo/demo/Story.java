package tombolo.demo;

/**
 * One strand of what the demo's people have lived, told week by week through the same acts as real use. A module's
 * strand is one bean; strands are told in the order of {@link org.springframework.core.annotation.Order}.
 */
interface Story {

    /**
     * What happened in this strand in one week at Lochside, in the transaction of that week. The clock stands at that
     * week already.
     *
     * @param ago how many weeks before today: 21 first, 0 last
     */
    void week(int ago, Told told);
}
