package org.rapporteur;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules of the house: who may depend on whom. A rule that fails names the reason. */
@AnalyzeClasses(packages = "org.rapporteur", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String BASE = "org.rapporteur.";

    @ArchTest
    static final ArchRule noToolkitBelowTheWindow = noClasses()
            .that()
            .resideInAnyPackage(
                    BASE + "core..",
                    BASE + "storage..",
                    BASE + "exchange..",
                    BASE + "forms..",
                    BASE + "documents..",
                    BASE + "settings..",
                    BASE + "i18n..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp..")
            .allowEmptyShould(true)
            .because("everything but the window must run where there is no screen");

    @ArchTest
    static final ArchRule coreStandsAlone = noClasses()
            .that()
            .resideInAPackage(BASE + "core..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    BASE + "storage..",
                    BASE + "exchange..",
                    BASE + "forms..",
                    BASE + "documents..",
                    BASE + "settings..",
                    BASE + "i18n..",
                    BASE + "ui..",
                    BASE + "launch..",
                    "java.sql..",
                    "java.nio.file..")
            .allowEmptyShould(true)
            .because("the rules of the domain must be readable and testable without a database, files or a window");

    @ArchTest
    static final ArchRule onlyStorageSpeaksSql = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "storage..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.sqlite..")
            .allowEmptyShould(true)
            .because("one writer and one place that knows the schema");

    @ArchTest
    static final ArchRule windowDoesNotKnowTheStore = noClasses()
            .that()
            .resideInAPackage(BASE + "ui..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(BASE + "storage..")
            .allowEmptyShould(true)
            .because("the window reaches the store through the interfaces of core");

    @ArchTest
    static final ArchRule layersDoNotLookUp = noClasses()
            .that()
            .resideInAnyPackage(
                    BASE + "storage..",
                    BASE + "exchange..",
                    BASE + "forms..",
                    BASE + "documents..",
                    BASE + "settings..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(BASE + "ui..", BASE + "launch..")
            .allowEmptyShould(true)
            .because("only launch sees all");

    @ArchTest
    static final ArchRule windowFeaturesMeetInTheShell = slices().matching(
                    "org.rapporteur.ui.(meeting|participant|survey|recommendation|document|exchange|search|settings|start)..")
            .should()
            .notDependOnEachOther()
            .allowEmptyShould(true)
            .because("one feature is one folder that can be opened alone; features meet through shell and kit");

    @ArchTest
    static final ArchRule noCycles = slices().matching("org.rapporteur.(**)")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true)
            .because("a cycle of packages can only be understood whole");

    @ArchTest
    static final ArchRule threadsHaveOneDoor = noClasses()
            .that()
            .resideOutsideOfPackages(BASE + "ui.kit..", BASE + "launch..")
            .should()
            .callConstructor(Thread.class)
            .orShould()
            .callConstructor(Thread.class, Runnable.class)
            .orShould()
            .callConstructor(Thread.class, Runnable.class, String.class)
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.concurrent.Executors")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("javafx.application.Platform")
            .allowEmptyShould(true)
            .because("one door off the window's thread, whose default failure the user sees");

    @ArchTest
    static final ArchRule dialogsHaveOneDoor = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "ui.kit..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("javafx.scene.control.Alert")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("javafx.stage.FileChooser")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("javafx.stage.DirectoryChooser")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("javafx.application.HostServices")
            .allowEmptyShould(true)
            .because("tests without a screen answer dialogs through one interface");

    @ArchTest
    static final ArchRule wordsHaveOneDoor = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "i18n..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.ResourceBundle")
            .allowEmptyShould(true)
            .because("words in six languages, switched live, come from one place");

    @ArchTest
    static final ArchRule standardOutputBelongsToTheCommandLine = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "launch..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .allowEmptyShould(true)
            .because("standard output carries data for scripts");

    @ArchTest
    static final ArchRule timeIsInjected = noClasses()
            .that()
            .resideInAnyPackage(BASE + "core..", BASE + "storage..", BASE + "exchange..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.LocalDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID")
            .allowEmptyShould(true)
            .because("a test must be able to say what time it is and which ids come next");

    @ArchTest
    static final ArchRule viewsLiveInTheWindow = classes()
            .that()
            .haveSimpleNameEndingWith("View")
            .or()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .resideInAPackage(BASE + "ui..")
            .allowEmptyShould(true)
            .because("a view, its view model and its tests sit under one name in one place");

    @ArchTest
    static final ArchRule viewModelsKnowNoControls = noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..")
            .allowEmptyShould(true)
            .because("a view model is tested without a stage");
}
