package org.rapporteur.ui.exchange;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.exchange.Colleague;
import org.rapporteur.core.exchange.Selection;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.exchange.SendRequest;
import org.rapporteur.exchange.Sent;
import org.rapporteur.ui.kit.Dialogs.FileKind;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Kit;
import org.rapporteur.ui.kit.LatestTask;
import org.rapporteur.ui.kit.Notice;

/** What to send, to whom, how protected and which way; and the sending. */
final class SendViewModel {
    /** What goes into the package. */
    enum What {
        LACKS,
        EVERYTHING,
        PART
    }

    /** How it is protected on its way. */
    enum Protection {
        NONE,
        PASSPHRASE,
        KEY
    }

    /** Which way it goes. */
    enum Way {
        FILE,
        MAIL,
        FOLDER
    }

    /**
     * A part that can be sent alone.
     *
     * @param survey the survey, or null for the whole meeting
     */
    record Part(UUID meeting, UUID survey, String name) {}

    private record Read(List<Colleague> colleagues, List<Part> parts, boolean folder) {}

    static final int SHORTEST = 12;

    private final ExchangeParts parts;
    private final ObservableList<Colleague> colleagues = FXCollections.observableArrayList();
    private final ObservableList<Part> all = FXCollections.observableArrayList();
    private final ObjectProperty<Colleague> to = new SimpleObjectProperty<>();
    private final ObjectProperty<What> what = new SimpleObjectProperty<>(What.EVERYTHING);
    private final ObjectProperty<Part> part = new SimpleObjectProperty<>();
    private final BooleanProperty withoutPersonal = new SimpleBooleanProperty();
    private final BooleanProperty withoutUnquotable = new SimpleBooleanProperty();
    private final ObjectProperty<Protection> protection = new SimpleObjectProperty<>(Protection.NONE);
    private final StringProperty passphrase = new SimpleStringProperty("");
    private final StringProperty again = new SimpleStringProperty("");
    private final ObjectProperty<Way> way = new SimpleObjectProperty<>(Way.FILE);
    private final BooleanProperty handover = new SimpleBooleanProperty();
    private final BooleanProperty folder = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Boolean> sending = new ReadOnlyObjectWrapper<>(false);
    private final LatestTask<Read> loading;
    private Consumer<Sent> done = sent -> {};
    private long wanted;

    SendViewModel(ExchangeParts parts) {
        this.parts = parts;
        this.loading = new LatestTask<>(parts.kit().tasks(), this::show);
        to.addListener((o, was, is) -> {
            if (is == null && what.get() == What.LACKS) {
                what.set(What.EVERYTHING);
            }
            if ((is == null || is.recipient() == null) && protection.get() == Protection.KEY) {
                protection.set(Protection.NONE);
            }
        });
    }

    ObservableList<Colleague> colleagues() {
        return colleagues;
    }

    ObservableList<Part> parts() {
        return all;
    }

    ObjectProperty<Colleague> to() {
        return to;
    }

    ObjectProperty<What> what() {
        return what;
    }

    ObjectProperty<Part> part() {
        return part;
    }

    BooleanProperty withoutPersonal() {
        return withoutPersonal;
    }

    BooleanProperty withoutUnquotable() {
        return withoutUnquotable;
    }

    ObjectProperty<Protection> protection() {
        return protection;
    }

    StringProperty passphrase() {
        return passphrase;
    }

    StringProperty again() {
        return again;
    }

    ObjectProperty<Way> way() {
        return way;
    }

    /** Whether this is the package for the next chair. */
    BooleanProperty handover() {
        return handover;
    }

    /** Whether an exchange folder is chosen. */
    BooleanProperty folder() {
        return folder;
    }

    ReadOnlyObjectProperty<Boolean> sending() {
        return sending.getReadOnlyProperty();
    }

    void onDone(Consumer<Sent> then) {
        done = then;
    }

    /** Begins anew for a colleague, or for anyone with null. */
    void begin(Colleague colleague, boolean forHandover) {
        wanted = colleague == null ? 0 : colleague.no();
        to.set(colleague);
        handover.set(forHandover);
        what.set(colleague == null || forHandover ? What.EVERYTHING : What.LACKS);
        protection.set(
                forHandover
                        ? Protection.PASSPHRASE
                        : colleague != null && colleague.recipient() != null ? Protection.KEY : Protection.NONE);
        way.set(Way.FILE);
        forgetPassphrase();
        withoutPersonal.set(false);
        withoutUnquotable.set(false);
        loading.request(progress -> read());
    }

    private Read read() {
        String language = parts.i18n().messages().language().code();
        List<Part> found = new java.util.ArrayList<>();
        for (Row meeting :
                parts.records().records().list(Query.of(MeetingKinds.MEETING).byDescending("starts_on"))) {
            found.add(new Part(meeting.id(), null, meeting.title(language)));
            for (Row survey : parts.records().records().list(Query.partsOf(SurveyKinds.SURVEY, meeting.id()))) {
                found.add(new Part(
                        meeting.id(),
                        survey.id(),
                        parts.i18n().now("exchange.send.surveyOf", survey.title(language), meeting.title(language))));
            }
        }
        return new Read(
                parts.exchange().store().colleagues(),
                found,
                parts.exchange().folder().chosen().isPresent());
    }

    private void show(Read read) {
        colleagues.setAll(read.colleagues());
        all.setAll(read.parts());
        folder.set(read.folder());
        to.set(colleagues.stream().filter(c -> c.no() == wanted).findFirst().orElse(null));
        part.set(all.isEmpty() ? null : all.getFirst());
    }

    /** Why it cannot be sent as it is: a message key, or null. */
    ObjectBinding<String> fault() {
        return Bindings.createObjectBinding(
                this::faultNow, new Observable[] {what, part, protection, passphrase, again, way, to, folder});
    }

    private String faultNow() {
        if (what.get() == What.PART && part.get() == null) {
            return "exchange.send.fault.part";
        }
        if (way.get() == Way.FOLDER) {
            return folder.get() ? null : "exchange.send.fault.folder";
        }
        if (protection.get() == Protection.PASSPHRASE) {
            if (passphrase.get().codePointCount(0, passphrase.get().length()) < SHORTEST) {
                return "exchange.send.fault.short";
            }
            if (!passphrase.get().equals(again.get())) {
                return "exchange.send.fault.differ";
            }
        }
        return null;
    }

    /** What is asked of the exchange. */
    SendRequest request() {
        Selection.Extract extract = what.get() != What.PART
                ? null
                : new Selection.Extract(
                        part.get().meeting(), part.get().survey(), withoutPersonal.get(), withoutUnquotable.get());
        boolean key = protection.get() == Protection.KEY
                && to.get() != null
                && to.get().recipient() != null;
        return new SendRequest(
                to.get(),
                what.get() == What.EVERYTHING,
                extract,
                protection.get() == Protection.PASSPHRASE ? passphrase.get().toCharArray() : null,
                key ? List.of(to.get().recipient()) : List.of(),
                true);
    }

    private Kit kit() {
        return parts.kit();
    }

    private I18n i18n() {
        return parts.i18n();
    }

    /** Asks where the file goes, and sends. */
    void send() {
        if (faultNow() != null || sending.get()) {
            return;
        }
        if (way.get() == Way.FOLDER) {
            toFolder();
            return;
        }
        SendRequest request = request();
        kit().tasks()
                .read(progress -> parts.exchange().suggestedName(request))
                .then(name -> kit().dialogs()
                        .saveFile(
                                i18n().now("exchange.send.saveTitle"),
                                name,
                                FileKind.of(i18n().now("exchange.file.kind"), "rcpx"))
                        .ifPresentOrElse(target -> write(request, target), () -> clear(request)))
                .start();
    }

    private void write(SendRequest request, Path target) {
        Path file = target.getFileName()
                        .toString()
                        .toLowerCase(java.util.Locale.ROOT)
                        .endsWith(".rcpx")
                ? target
                : target.resolveSibling(target.getFileName() + ".rcpx");
        boolean mail = way.get() == Way.MAIL;
        boolean note = handover.get();
        sending.set(true);
        kit().tasks()
                .work(i18n().text("exchange.task.send"), progress -> {
                    Sent sent = parts.exchange().send(request, file, OpenPackage.steps(progress));
                    if (note) {
                        HandoverNote.write(parts, sent);
                    }
                    return sent;
                })
                .then(sent -> {
                    forgetPassphrase();
                    sent(sent, request.to(), mail);
                })
                .last(() -> {
                    clear(request);
                    sending.set(false);
                })
                .start();
    }

    private void sent(Sent sent, Colleague colleague, boolean mail) {
        Path where = sent.file().toAbsolutePath().getParent();
        kit().notifications()
                .show(Notice.success(i18n().text(
                                        "exchange.sent",
                                        sent.file().getFileName().toString(),
                                        sent.rows(),
                                        kit().formats().bytes(sent.bytes())))
                        .action(
                                i18n().text("exchange.showFolder"),
                                () -> kit().dialogs().open(where)));
        if (mail) {
            kit().dialogs().browse(mailto(colleague, sent));
            kit().dialogs().open(where);
        }
        done.accept(sent);
    }

    /** An e-mail to the colleague; a file cannot be put into it by an address, so the folder opens beside it. */
    String mailto(Colleague colleague, Sent sent) {
        String name = sent.file().getFileName().toString();
        String address = Optional.ofNullable(colleague).map(Colleague::email).orElse("");
        String key = protection.get() == Protection.PASSPHRASE ? "exchange.mail.bodyPassphrase" : "exchange.mail.body";
        return "mailto:" + encode(address).replace("%40", "@") + "?subject="
                + encode(i18n().now("exchange.mail.subject", name)) + "&body="
                + encode(i18n().now(key, colleague == null ? "" : colleague.name(), name));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text.replace("\n", "\r\n"), StandardCharsets.UTF_8)
                .replace("+", "%20");
    }

    private void toFolder() {
        sending.set(true);
        kit().tasks()
                .work(
                        i18n().text("exchange.task.send"),
                        progress -> parts.exchange().folder().round())
                .then(round -> {
                    kit().notifications()
                            .show(Notice.success(i18n().text(
                                            round.written().isPresent()
                                                    ? "exchange.sentToFolder"
                                                    : "exchange.nothingToSend")));
                    done.accept(round.written().orElse(null));
                })
                .last(() -> sending.set(false))
                .start();
    }

    private static void clear(SendRequest request) {
        if (request.passphrase() != null) {
            Arrays.fill(request.passphrase(), '\0');
        }
    }

    private void forgetPassphrase() {
        passphrase.set("");
        again.set("");
    }
}
