package org.rapporteur.ui.kit;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

/** Work that is under way, as the window shows it. Properties change on the window's thread. */
public final class RunningTask {
    /** What became of it. */
    public enum State {
        /** Waits for a free thread or runs. */
        RUNNING,
        /** Cancelled, but the work has not noticed yet. */
        CANCELLING,
        /** Gave its result. */
        DONE,
        /** Ended with a failure. */
        FAILED,
        /** Ended because the person wanted it to. */
        CANCELLED
    }

    private record Step(long done, long total, String what) {}

    private final ObservableValue<String> title;
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyLongWrapper done = new ReadOnlyLongWrapper(0);
    private final ReadOnlyLongWrapper total = new ReadOnlyLongWrapper(0);
    private final ReadOnlyStringWrapper detail = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.RUNNING);
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final AtomicReference<Step> latest = new AtomicReference<>();
    private final java.util.concurrent.Executor window;

    RunningTask(ObservableValue<String> title, java.util.concurrent.Executor window) {
        this.title = title;
        this.window = window;
    }

    /** What it is called. */
    public ObservableValue<String> title() {
        return title;
    }

    /** Share done between 0 and 1; -1 if not known. */
    public ReadOnlyDoubleProperty share() {
        return share.getReadOnlyProperty();
    }

    /** How many are done. */
    public ReadOnlyLongProperty done() {
        return done.getReadOnlyProperty();
    }

    /** How many there are; 0 if not known. */
    public ReadOnlyLongProperty total() {
        return total.getReadOnlyProperty();
    }

    /** What is being worked on; may be empty. */
    public ReadOnlyStringProperty detail() {
        return detail.getReadOnlyProperty();
    }

    /** What became of it. */
    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** Asks the work to end. It ends at its next step; what is done by then is the work's to keep or drop. */
    public void cancel() {
        cancelled.set(true);
        window.execute(() -> {
            if (state.get() == State.RUNNING) {
                state.set(State.CANCELLING);
            }
        });
    }

    boolean isCancelled() {
        return cancelled.get();
    }

    void finish(State how) {
        state.set(how);
    }

    Progress progress() {
        return new Progress() {
            @Override
            public void update(long doneNow, long totalNow, String what) {
                // One update waits for the window at most, so that a fast loop can't flood it.
                if (latest.getAndSet(new Step(doneNow, totalNow, what == null ? "" : what)) == null) {
                    window.execute(RunningTask.this::show);
                }
            }

            @Override
            public boolean cancelled() {
                return cancelled.get();
            }
        };
    }

    private void show() {
        Step step = latest.getAndSet(null);
        if (step == null) {
            return;
        }
        done.set(step.done());
        total.set(Math.max(0, step.total()));
        share.set(step.total() <= 0 ? -1 : Math.clamp((double) step.done() / step.total(), 0, 1));
        detail.set(step.what());
    }
}
