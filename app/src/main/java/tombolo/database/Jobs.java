package tombolo.database;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tombolo.time.ProgrammeTime;
import tombolo.time.TimeMovedOn;

/** Runs every job when it is due, once, however many machines share the database; and for each practice in its own name. */
@Component
class Jobs implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final Duration LOOK = Duration.ofSeconds(10);

    /** Whoever runs a job says so often that what was cut off in the middle goes on within half a minute, not half an hour. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(5);

    private static final int SIGNS_MISSED = 4;

    private final DataSource dataSource;
    private final PracticeRegistry practices;
    private final ObjectProvider<Job> jobs;
    private final ProgrammeTime time;
    private volatile @Nullable Scheduler scheduler;

    Jobs(DataSource dataSource, PracticeRegistry practices, ObjectProvider<Job> jobs, ProgrammeTime time) {
        this.dataSource = dataSource;
        this.practices = practices;
        this.jobs = jobs;
        this.time = time;
    }

    private RecurringTask<?> task(Job job) {
        return Tasks.recurring(job.name(), FixedDelay.of(job.every())).execute((instance, context) -> run(job));
    }

    /** One practice's trouble is not another's. */
    private void run(Job job) {
        for (UUID practice : practices.all()) {
            try {
                CurrentPractice.within(practice, job::run);
            } catch (RuntimeException e) {
                LOG.error(
                        "The job '{}' did not succeed for practice {}; it comes round again", job.name(), practice, e);
            }
        }
    }

    /** A scheduler that was stopped does not start again, so each start has its own. */
    @Override
    public void start() {
        List<RecurringTask<?>> tasks =
                jobs.orderedStream().<RecurringTask<?>>map(this::task).toList();
        Scheduler started = Scheduler.create(dataSource)
                .startTasks(tasks)
                .clock(time::now)
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .pollingInterval(LOOK)
                .heartbeatInterval(SIGN_OF_LIFE)
                .missedHeartbeatsLimit(SIGNS_MISSED)
                .build();
        started.start();
        scheduler = started;
    }

    /** What has fallen due is done at once, so that whoever moved the clock finds the day as it would be. */
    @EventListener
    void lookAgain(TimeMovedOn moved) {
        Scheduler running = scheduler;
        if (running != null) {
            running.triggerCheckForDueExecutions();
        }
    }

    @Override
    public void stop() {
        Scheduler running = scheduler;
        scheduler = null;
        if (running != null) {
            running.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }
}
