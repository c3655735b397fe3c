package org.rapporteur.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.schemas.ooxml.system.ooxml.TypeSystemHolder;
import org.apache.xmlbeans.SchemaTypeLoader;
import org.apache.xmlbeans.XmlBeans;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rapporteur.core.text.Language;
import org.rapporteur.documents.build.AgendaDocument;
import org.rapporteur.documents.build.RecommendationsDocument;
import org.rapporteur.documents.build.SurveySummaryDocument;
import org.rapporteur.documents.build.SurveyTables;
import org.rapporteur.documents.docx.DocxWriter;
import org.rapporteur.documents.model.TextDocument;
import org.rapporteur.documents.xlsx.XlsxWriter;

/** Every part of a file against the schema of Office Open XML: Word refuses what LibreOffice forgives. */
class SchemaConformanceTest {

    private static final SchemaTypeLoader SCHEMA =
            XmlBeans.typeLoaderUnion(TypeSystemHolder.typeSystem, XmlBeans.getBuiltinTypeSystem());

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"EN", "AR", "ZH"})
    void partsFollowTheSchema(Language language) throws IOException, XmlException {
        Words words = DocumentSamples.words(language);
        List<TextDocument> documents = List.of(
                new AgendaDocument(words).build(DocumentSamples.agenda(language)),
                new SurveySummaryDocument(words).build(DocumentSamples.survey(language)),
                new RecommendationsDocument(words).build(DocumentSamples.recommendations(language)));
        List<String> faults = new ArrayList<>();
        for (TextDocument document : documents) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new DocxWriter(words).write(document, out);
            check(out.toByteArray(), faults);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new XlsxWriter(words).write(new SurveyTables(words).build(DocumentSamples.survey(language)), out);
        check(out.toByteArray(), faults);
        assertEquals(List.of(), faults);
    }

    private static void check(byte[] file, List<String> faults) throws IOException, XmlException {
        int parts = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.getName().matches("(word|xl)/.*\\.xml")) {
                    continue;
                }
                XmlObject part = SCHEMA.parse(new ByteArrayInputStream(zip.readAllBytes()), null, null);
                String name = entry.getName();
                List<XmlError> errors = new ArrayList<>();
                if (!part.validate(new XmlOptions().setErrorListener(errors))) {
                    errors.stream()
                            .map(error -> name + ": " + error.getMessage())
                            .distinct()
                            .forEach(faults::add);
                }
                parts++;
            }
        }
        assertEquals(true, parts > 5);
    }
}
