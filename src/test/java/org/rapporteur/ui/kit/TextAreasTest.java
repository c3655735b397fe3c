package org.rapporteur.ui.kit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import javafx.scene.control.TextArea;
import org.junit.jupiter.api.Test;

/** In every field for a text of several lines Tab leads on; a bare one would take it for a letter. */
class TextAreasTest {
    @Test
    void theyAreMadeInTheKit() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.rapporteur.ui");
        noClasses()
                .that()
                .resideOutsideOfPackage("org.rapporteur.ui.kit..")
                .should()
                .callConstructor(TextArea.class)
                .because("Tab goes from field to field")
                .check(classes);
    }
}
