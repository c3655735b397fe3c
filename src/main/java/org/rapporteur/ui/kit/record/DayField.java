package org.rapporteur.ui.kit.record;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import org.rapporteur.ui.kit.Kit;

/** A line for a day as people type it, outside of the form of a record; what is no day is marked and has no value. */
public final class DayField extends TextField {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final Kit kit;
    private final ReadOnlyObjectWrapper<LocalDate> day = new ReadOnlyObjectWrapper<>();

    /** An empty line. */
    public DayField(Kit kit, Clock clock) {
        this.kit = kit;
        setPrefColumnCount(12);
        textProperty().addListener((o, was, is) -> {
            LocalDate read = is.isBlank()
                    ? null
                    : DateInput.date(is, LocalDate.now(clock)).date();
            pseudoClassStateChanged(ERROR, read == null && !is.isBlank());
            day.set(read);
        });
        focusedProperty().addListener((o, was, is) -> {
            if (!is && day.get() != null) {
                day(day.get());
            }
        });
    }

    /** The day that is typed; null if there is none or it is no day. */
    public ReadOnlyObjectProperty<LocalDate> dayProperty() {
        return day.getReadOnlyProperty();
    }

    /** The day that is typed. */
    public Optional<LocalDate> day() {
        return Optional.ofNullable(day.get());
    }

    /** Puts a day in, as the person's language writes it. */
    public void day(LocalDate now) {
        setText(now == null ? "" : kit.formats().date(now));
    }
}
