package org.rapporteur.documents.seal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.officeDocument.x2006.customProperties.CTProperty;
import org.rapporteur.core.survey.analysis.SummarySeal;
import org.rapporteur.core.survey.analysis.SurveySummary;

/**
 * The seal of a summary within the file that was issued, as properties of the document that no reader sees. It stays
 * with the file wherever it goes, and needs nothing of the workspace to be kept.
 */
public record IssuedSeal(UUID survey, SummarySeal seal) {
    private static final String SURVEY = "rapporteur.survey";
    private static final String SEAL = "rapporteur.seal";
    private static final int LONGEST = 50_000_000;

    /** The seal of a summary as it is issued now. */
    public static IssuedSeal of(SurveySummary summary) {
        return new IssuedSeal(summary.survey(), SummarySeal.of(summary));
    }

    /** Puts it into a file that is being written. */
    public void into(POIXMLProperties properties) {
        POIXMLProperties.CustomProperties custom = properties.getCustomProperties();
        custom.addProperty(SURVEY, survey.toString());
        custom.addProperty(SEAL, seal.text().strip());
    }

    /**
     * The seal in a Word or Excel file; empty if it has none, or is no such file.
     *
     * @throws IOException if the file cannot be read at all
     */
    public static Optional<IssuedSeal> in(Path file) throws IOException {
        try (OPCPackage opened = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            POIXMLProperties.CustomProperties custom = new POIXMLProperties(opened).getCustomProperties();
            String survey = text(custom, SURVEY);
            String seal = text(custom, SEAL);
            if (survey.isEmpty() || seal.isEmpty() || seal.length() > LONGEST) {
                return Optional.empty();
            }
            return Optional.of(new IssuedSeal(UUID.fromString(survey), SummarySeal.parse(seal)));
        } catch (OpenXML4JException
                | OpenXML4JRuntimeException
                | XmlException
                | POIXMLException
                | IllegalArgumentException noSeal) {
            return Optional.empty();
        }
    }

    private static String text(POIXMLProperties.CustomProperties custom, String name) {
        CTProperty property = custom.getProperty(name);
        return property == null || property.getLpwstr() == null ? "" : property.getLpwstr();
    }
}
