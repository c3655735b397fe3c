package org.rapporteur.forms.xlsx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.logging.Logger;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rapporteur.core.survey.QuestionType;
import org.rapporteur.core.survey.Questionnaire.Question;
import org.rapporteur.core.survey.ReturnedForm;
import org.rapporteur.core.survey.ReturnedForm.Placed;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.MatchKey;
import org.rapporteur.i18n.Messages;

/**
 * Forms of 40 questions, filled, damaged in the eleven ways that the design names, and read back. No answer may be
 * wrong without a mark, and none may be lost; the share that finds its place by itself must be at least the design's.
 */
class DamagedFormsTest {
    private static final Logger LOG = Logger.getLogger(DamagedFormsTest.class.getName());
    private static final Language[] LANGUAGES = {Language.EN, Language.FR, Language.AR};

    private final Messages messages = new Messages(Language.EN);
    private final QuestionnaireWriter writer = new QuestionnaireWriter(messages::text);
    private final ReturnedFiles files = new ReturnedFiles(messages::text);

    @TempDir
    Path folder;

    private static final class Tally {
        int given;
        int placed;
        int inTray;
        final List<String> wrong = new ArrayList<>();
    }

    @ParameterizedTest
    @EnumSource(Damage.class)
    void nothingIsSilentlyWrong(Damage damage) throws IOException {
        run(damage, 3, 20_171_010L);
    }

    @Tag("soak")
    @Test
    void nothingIsSilentlyWrongInManyFiles() throws IOException {
        long seed = System.nanoTime();
        for (Damage damage : Damage.values()) {
            run(damage, 20, seed);
        }
    }

    private void run(Damage damage, int count, long seed) throws IOException {
        Tally tally = new Tally();
        for (int i = 0; i < count; i++) {
            one(damage, seed + i, LANGUAGES[i % LANGUAGES.length], tally);
        }
        double share = 100.0 * tally.placed / tally.given;
        LOG.info(() -> "%s seed %d: %d files, %d answers, placed %.1f %%, in the tray %d, wrong %d"
                .formatted(damage, seed, count, tally.given, share, tally.inTray, tally.wrong.size()));
        assertEquals(List.of(), tally.wrong, damage + " seed " + seed);
        assertTrue(share >= damage.least, damage + " seed " + seed + ": placed " + share);
    }

    private void one(Damage damage, long seed, Language language, Tally tally) throws IOException {
        FormWorld world = new FormWorld(seed, 40, language);
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        writer.write(world.questionnaire, world.respondent, sent);
        Path file = folder.resolve("P" + seed + ".xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(sent.toByteArray()));
                OutputStream out = Files.newOutputStream(file)) {
            new FormFiller(workbook).fill(world);
            damage.apply(workbook, world, new Random(seed)).write(out);
        }
        ReturnedForm form = files.read(file, world.questionnaire, List.of(world.respondent));
        assertEquals(List.of(), form.refusals());
        assertEquals(world.respondent.id(), form.respondent().orElseThrow());
        for (Question question : world.questionnaire.questions()) {
            FormWorld.Given given = world.given.get(question.id());
            List<Placed> placed = form.answers().stream()
                    .filter(a -> a.question().equals(question.id()))
                    .toList();
            String where = damage + " seed " + seed + " " + question.code() + " " + question.type() + ": ";
            if (given == null) {
                if (!placed.isEmpty()) {
                    tally.wrong.add(where + "not answered, but read " + placed);
                }
                continue;
            }
            tally.given++;
            if (!placed.isEmpty() && same(given, placed)) {
                tally.placed++;
            } else if (placed.isEmpty() && inTray(given, form, question.id())) {
                tally.inTray++;
            } else {
                tally.wrong.add(where + given.values() + " read as " + placed);
            }
        }
    }

    private static boolean same(FormWorld.Given given, List<Placed> placed) {
        boolean words = given.question().type().open();
        List<String> read = placed.stream()
                .map(a -> words ? a.body().replace('\n', ' ') : a.value())
                .toList();
        return read.equals(given.values());
    }

    /** Whether a person finds the whole answer in the tray. */
    private static boolean inTray(FormWorld.Given given, ReturnedForm form, UUID question) {
        String all = String.join(
                " ", form.tray().stream().map(item -> MatchKey.of(item.body())).toList());
        if (given.question().type() == QuestionType.MULTIPLE) {
            return form.tray().size() >= given.values().size();
        }
        return List.of(MatchKey.of(given.typed()).split(" ")).stream().allMatch(all::contains);
    }
}
