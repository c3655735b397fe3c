package org.rapporteur;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * Every place of the program that gives a file a name that is not written in the program itself asks {@code FileNames},
 * or stands here with the reason why it need not. A new place is found by its bytecode, so it can't be forgotten.
 */
class FileNamesRuleTest {
    private static final Path CLASSES = Path.of("target/classes");
    private static final String FILE_NAMES = "org/rapporteur/core/text/FileNames";

    /** Classes whose names for files are made by the program from keys, hashes, numbers and constants. */
    private static final Map<String, String> OF_THE_PROGRAM = Map.ofEntries(
            Map.entry("org/rapporteur/exchange/WorkFolder", "keys of packages"),
            Map.entry("org/rapporteur/exchange/SharedFolder", "keys of sites; time and random digits"),
            Map.entry("org/rapporteur/launch/cli/ExchangeExportVerb", "the name that Sending suggests, which asks"),
            Map.entry("org/rapporteur/ui/exchange/SendViewModel", "the file that the person named, with an ending"),
            Map.entry("org/rapporteur/launch/sample/SampleJob", "keys of the sample"),
            Map.entry("org/rapporteur/launch/sample/Demo", "keys of reports"),
            Map.entry("org/rapporteur/launch/cli/DemoVerb", "the demo's own folders"),
            Map.entry("org/rapporteur/launch/Logs", "a pattern of the logger"),
            Map.entry("org/rapporteur/storage/Blobs", "hashes"),
            Map.entry("org/rapporteur/storage/SiteRegistry", "keys of sites"),
            Map.entry(
                    "org/rapporteur/storage/Backup", "the file that the person named, with an ending; copies of blobs"),
            Map.entry("org/rapporteur/storage/Workspace", "constants"),
            Map.entry("org/rapporteur/storage/SqliteExchange", "constants"),
            Map.entry("org/rapporteur/launch/WindowReports", "the file that the person named, with an ending"),
            Map.entry("org/rapporteur/settings/ConfigFolder", "folders of the system"),
            Map.entry("org/rapporteur/ui/welcome/WelcomeViewModel", "asks FileNames; the sample's name with a number"));

    @Test
    void namesOfFilesHaveOneMaker() throws IOException {
        TreeSet<String> found = new TreeSet<>();
        for (ClassModel type : classes()) {
            String name = type.thisClass().asInternalName();
            String outer = name.contains("$") ? name.substring(0, name.indexOf('$')) : name;
            if (givesNames(type) && !asks(type) && !OF_THE_PROGRAM.containsKey(outer)) {
                found.add(name);
            }
        }
        assertEquals(new TreeSet<>(), found, "names of files not made by FileNames");
    }

    @Test
    void whatIsListedHereIsThere() throws IOException {
        TreeMap<String, Boolean> known = new TreeMap<>();
        for (ClassModel type : classes()) {
            known.put(type.thisClass().asInternalName(), true);
        }
        assertTrue(known.keySet().containsAll(OF_THE_PROGRAM.keySet()));
        assertTrue(known.containsKey(FILE_NAMES));
    }

    /** The choosers are the door of all names that the window proposes: the door itself asks. */
    @Test
    void theChooserAsksWhateverIsProposed() throws IOException {
        List<String> doors = new ArrayList<>();
        for (ClassModel type : classes()) {
            if (invokes(type, "setInitialFileName")) {
                doors.add(type.thisClass().asInternalName());
                assertTrue(asks(type), type.thisClass().asInternalName());
            }
        }
        assertEquals(List.of("org/rapporteur/ui/kit/SystemDialogs"), doors);
    }

    @Test
    void nobodyElseKnowsWhatAFileSystemRefuses() throws IOException {
        TreeSet<String> found = new TreeSet<>();
        for (ClassModel type : classes()) {
            boolean knows = StreamSupport.stream(type.constantPool().spliterator(), false)
                    .filter(StringEntry.class::isInstance)
                    .map(entry -> ((StringEntry) entry).stringValue())
                    .anyMatch(text -> text.contains("*?") && text.contains("<>"));
            if (knows && !type.thisClass().asInternalName().equals(FILE_NAMES)) {
                found.add(type.thisClass().asInternalName());
            }
        }
        assertEquals(new TreeSet<>(), found);
    }

    private static List<ClassModel> classes() throws IOException {
        List<ClassModel> models = new ArrayList<>();
        try (Stream<Path> files = Files.walk(CLASSES.resolve("org/rapporteur"))) {
            for (Path file :
                    (Iterable<Path>) files.filter(path -> path.toString().endsWith(".class"))::iterator) {
                models.add(ClassFile.of().parse(file));
            }
        }
        assertTrue(models.size() > 400, "no classes to look at");
        return models;
    }

    private static boolean asks(ClassModel type) {
        return StreamSupport.stream(type.constantPool().spliterator(), false)
                .anyMatch(entry ->
                        entry instanceof ClassEntry of && of.asInternalName().equals(FILE_NAMES));
    }

    private static boolean invokes(ClassModel type, String method) {
        return type.methods().stream()
                .flatMap(m -> m.code().stream())
                .flatMap(code -> code.elementStream())
                .anyMatch(
                        e -> e instanceof InvokeInstruction call && call.name().equalsString(method));
    }

    /** Whether it makes a path of a text that is not a constant. */
    private static boolean givesNames(ClassModel type) {
        for (MethodModel method : type.methods()) {
            CodeElement before = null;
            for (CodeElement element : method.code().map(c -> c.elementList()).orElse(List.of())) {
                if (element instanceof InvokeInstruction call
                        && call.owner().asInternalName().equals("java/nio/file/Path")
                        && (call.name().equalsString("resolve") || call.name().equalsString("resolveSibling"))
                        && call.type().stringValue().startsWith("(Ljava/lang/String;)")
                        && !(before instanceof ConstantInstruction)) {
                    return true;
                }
                before = element instanceof Instruction ? element : before;
            }
        }
        return false;
    }
}
