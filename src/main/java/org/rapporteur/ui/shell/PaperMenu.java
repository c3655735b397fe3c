package org.rapporteur.ui.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.core.text.FileNames;
import org.rapporteur.core.text.Language;
import org.rapporteur.documents.from.Reports.Option;
import org.rapporteur.documents.from.Reports.Report;
import org.rapporteur.ui.kit.Command;
import org.rapporteur.ui.kit.Dialogs;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.Kit;
import org.rapporteur.ui.kit.Notice;

/**
 * A button with every paper that can be made of a subject, the language that they are written in, and their options. It
 * is made from the registry of papers, so that a paper that is added there stands here too.
 */
public final class PaperMenu extends MenuButton {
    private final Kit kit;
    private final Papers papers;
    private final UUID subject;
    private final Supplier<String> name;
    private final Map<String, Remedy> remedies = new HashMap<>();
    private final Set<Option> chosen = EnumSet.noneOf(Option.class);

    private record Remedy(String key, Runnable leads) {}

    private record Asked(Optional<Problem> hindrance, String name) {}

    /** The language chosen; null follows the window. */
    private final ObjectProperty<Language> language = new SimpleObjectProperty<>();

    /**
     * @param subject key of what the papers are about
     * @param name what its files are called after; asked off the window's thread
     */
    public PaperMenu(Kit kit, Papers papers, UUID subject, Supplier<String> name) {
        this.kit = kit;
        this.papers = papers;
        this.subject = subject;
        this.name = name;
        textProperty().bind(kit.i18n().text("kit.export"));
        setGraphic(Icons.of(Material2OutlinedAL.DESCRIPTION, 16));
        setMinWidth(Region.USE_PREF_SIZE);
        getStyleClass().add("paper-menu");
        Set<Option> options = EnumSet.noneOf(Option.class);
        for (Report report : papers.offered()) {
            getItems().add(entry(report));
            options.addAll(report.options());
        }
        getItems().add(new SeparatorMenuItem());
        getItems().add(languages());
        options.forEach(option -> getItems().add(option(option)));
        setVisible(!papers.offered().isEmpty());
        setManaged(!papers.offered().isEmpty());
    }

    /** Key of the name of a paper. */
    public static String labelKey(Report report) {
        return "report." + report.id();
    }

    /** The icon of a paper. */
    public static Ikon icon(Report report) {
        return switch (report.ending()) {
            case "ics" -> Material2OutlinedAL.EVENT;
            case "xlsx", "csv" -> Material2OutlinedMZ.TABLE_CHART;
            default -> report == Report.PARTICIPANTS ? Material2OutlinedMZ.PEOPLE : Material2OutlinedAL.DESCRIPTION;
        };
    }

    /**
     * The commands of an area that shows such a menu: one that opens it, and one for each paper.
     *
     * @param area beginning of the commands' ids
     * @param shown gives the menu that is shown to what is done with it; does nothing while none is
     */
    public static List<Command> commands(String area, Papers papers, Consumer<Consumer<PaperMenu>> shown) {
        List<Command> commands = new ArrayList<>();
        if (!papers.offered().isEmpty()) {
            commands.add(Command.of(area + ".export", "shell.papers.command")
                    .icon(Material2OutlinedAL.DESCRIPTION)
                    .keys("shortcut+E")
                    .does(() -> shown.accept(menu -> {
                        menu.requestFocus();
                        menu.show();
                    })));
        }
        for (Report report : papers.offered()) {
            commands.add(Command.of(area + ".export." + report.key(), "report.export." + report.id())
                    .icon(icon(report))
                    .does(() -> shown.accept(menu -> menu.export(report))));
        }
        return commands;
    }

    private MenuItem entry(Report report) {
        I18n i18n = kit.i18n();
        MenuItem item = new MenuItem();
        item.setId("paper-" + report.key());
        item.textProperty()
                .bind(i18n.text(
                        "shell.papers.entry",
                        i18n.text(labelKey(report)),
                        report.ending().toUpperCase(Locale.ROOT)));
        item.setGraphic(Icons.of(icon(report), 16));
        item.setOnAction(event -> export(report));
        return item;
    }

    private Menu languages() {
        Menu menu = new Menu();
        menu.setId("paper-language");
        menu.setGraphic(Icons.of(Material2OutlinedMZ.TRANSLATE, 16));
        menu.textProperty()
                .bind(kit.i18n()
                        .text(
                                "shell.papers.language",
                                Bindings.createStringBinding(
                                        () -> written().nativeName(),
                                        language,
                                        kit.i18n().language())));
        ToggleGroup group = new ToggleGroup();
        for (Language one : Language.all()) {
            RadioMenuItem item = new RadioMenuItem(one.nativeName());
            item.setId("paper-language-" + one.code());
            item.setToggleGroup(group);
            item.setOnAction(event -> language.set(one));
            menu.getItems().add(item);
        }
        menu.setOnShowing(event -> menu.getItems()
                .forEach(item -> ((RadioMenuItem) item)
                        .setSelected(item.getId()
                                .equals("paper-language-" + written().code()))));
        return menu;
    }

    private MenuItem option(Option option) {
        CheckMenuItem item = new CheckMenuItem();
        item.setId("paper-option-" + option.name().toLowerCase(Locale.ROOT));
        item.textProperty().bind(kit.i18n().text("shell.papers." + option.name().toLowerCase(Locale.ROOT)));
        item.selectedProperty().addListener((o, was, is) -> {
            if (is) {
                chosen.add(option);
            } else {
                chosen.remove(option);
            }
        });
        return item;
    }

    private Language written() {
        return language.get() == null ? kit.i18n().language().get() : language.get();
    }

    /**
     * Where a problem of a paper is mended.
     *
     * @param code code of the problem
     * @param key key of the words of the button that leads there
     */
    public void remedy(String code, String key, Runnable leads) {
        remedies.put(code, new Remedy(key, leads));
    }

    /** Asks where a paper goes and writes it; what hinders it is said first. */
    public void export(Report report) {
        Language in = written();
        kit.tasks()
                .read(progress -> new Asked(papers.hindrance(report, subject, in), name.get()))
                .then(asked -> asked.hindrance()
                        .ifPresentOrElse(problem -> hindered(problem), () -> choose(report, asked.name())))
                .start();
    }

    private void hindered(Problem problem) {
        Remedy remedy = remedies.get(problem.code());
        Notice notice = Notice.problem(problem, kit.i18n());
        kit.notifications()
                .show(remedy == null ? notice : notice.action(kit.i18n().text(remedy.key()), remedy.leads()));
    }

    private void choose(Report report, String about) {
        String label = kit.i18n().now(labelKey(report));
        Language in = written();
        Set<Option> options = EnumSet.noneOf(Option.class);
        chosen.stream().filter(report.options()::contains).forEach(options::add);
        String what = in == kit.i18n().language().get()
                ? label
                : label + " " + in.code().toUpperCase(Locale.ROOT);
        kit.dialogs()
                .saveFile(
                        label, FileNames.of(about, what, report.ending()), Dialogs.FileKind.of(label, report.ending()))
                .ifPresent(path -> write(report, in, options, label, path));
    }

    private void write(Report report, Language in, Set<Option> options, String label, Path path) {
        String file = String.valueOf(path.getFileName());
        kit.tasks()
                .work(kit.i18n().text("shell.papers.task", label), progress -> {
                    papers.write(report, subject, in, options, path, progress);
                    return path;
                })
                .then(done -> kit.notifications()
                        .show(Notice.success(kit.i18n().text("shell.papers.done", file))
                                .action(
                                        kit.i18n().text("kit.open"),
                                        () -> kit.dialogs().open(done))))
                .start();
    }
}
