package org.rapporteur.exchange.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ManifestJsonTest {
    private static final String GOOD = new String(
            ManifestJson.write(Packages.head().with(List.of(new Manifest.Entry("data/a.ndjson", 3, "0".repeat(64))))),
            StandardCharsets.UTF_8);

    private static Manifest read(String text) throws IOException {
        return ManifestJson.read(text.getBytes(StandardCharsets.UTF_8), 10);
    }

    @Test
    void comesBackAsItWasWritten() throws IOException {
        assertEquals(Packages.head(), ManifestJson.read(ManifestJson.write(Packages.head()), 10));
        Manifest anonymous = read(GOOD.replace("\"author\":\"Amina\"", "\"author\":null"));
        assertNull(anonymous.author());
    }

    @Test
    void membersOfALaterVersionArePassedOver() throws IOException {
        String later = GOOD.replace("\"id\":", "\"new\":{\"deep\":[{\"x\":[1,2,{}]}]},\"id\":")
                .replace("\"size\":3", "\"size\":3,\"more\":[\"x\"]")
                .replace("\"base\":", "\"hint\":null,\"base\":");
        assertEquals(read(GOOD), read(later));
    }

    @Test
    void whatIsNotAsAgreedIsRefused() {
        String site = Packages.SITE.toString();
        String[][] changes = {
            {"\"id\":", "\"di\":"},
            {"\"site\":", "\"tise\":"},
            {"\"at\":", "\"ta\":"},
            {"\"scopes\":", "\"other\":"},
            {"\"entries\":", "\"other\":"},
            {"\"schema\":12", "\"schema\":0"},
            {"\"schema\":12", "\"schema\":12.0"},
            {"\"schema\":12", "\"schema\":\"12\""},
            {"\"schema\":12", "\"schema\":99999999999"},
            {"\"extract\":false", "\"extract\":0"},
            {"\"extract\":false", "\"extract\":null"},
            {"2026-11-24T08:00:00Z", "yesterday"},
            {"2026-11-24T08:00:00Z", "+100000-11-24T08:00:00Z"},
            {
                "\"site\":\"" + site,
                "\"site\":\"" + site.toUpperCase(java.util.Locale.ROOT).replace("A", "B")
            },
            {"\"site\":\"" + site, "\"site\":\"1-1-1-1-1"},
            {"\"" + site + "\":3", "\"" + site + "\":0"},
            {"\"" + site + "\":3", "\"" + site + "\":-1"},
            {"\"" + site + "\":3", "\"" + site + "\":3.5"},
            {"\"" + site + "\":3", "\"" + site + "\":3e2"},
            {"\"" + site + "\":3", "\"" + site + "\":99999999999999999999"},
            {"\"" + site + "\":3", "\"" + site + "\":3,\"" + site + "\":4"},
            {"\"" + site + "\":3", "\"x\":3"},
            {"\"size\":3", "\"size\":-3"},
            {"\"sha256\":\"0", "\"sha256\":\"A"},
            {"\"sha256\":\"0", "\"sha256\":\""},
            {"age1zvk", "age2zvk"},
            {"\"Amina\"", "\"" + "A".repeat(1_001) + "\""},
            {"\"Amina\"", "\"\\ud800\""},
            {"\"Amina\"", "[]"},
            {"\"author\":", "\"id\":\"x\",\"author\":"},
            {"\"withheld\":[]", "\"withheld\":{}"},
            {"{\"id\"", "\uFEFF{\"id\""},
            {"{\"id\"", " {\"id\""},
            {"\"extract\":false", "\"extract\":false,\"deep\":" + "[".repeat(40) + "]".repeat(40)}
        };
        for (String[] change : changes) {
            String bad = GOOD.replace(change[0], change[1]);
            assertThrows(IOException.class, () -> read(bad), change[0] + " -> " + change[1]);
        }
        assertThrows(IOException.class, () -> read(GOOD + "{}"));
        assertThrows(IOException.class, () -> read(""));
        assertThrows(IOException.class, () -> read("[]"));
    }

    @Test
    void aScopeTwiceAndTooManyOfAnythingAreRefused() {
        String scopes = GOOD.substring(GOOD.indexOf("\"scopes\":[") + 10, GOOD.indexOf("],\"entries\""));
        assertThrows(IOException.class, () -> read(GOOD.replace(scopes, scopes + "," + scopes)));
        String entries =
                GOOD.substring(GOOD.indexOf("\"entries\":[") + 11, GOOD.indexOf("]}", GOOD.indexOf("entries")));
        String eleven = IntStream.range(0, 11).mapToObj(i -> entries).collect(Collectors.joining(","));
        assertThrows(IOException.class, () -> read(GOOD.replace(entries, eleven)));
        String site = "\"" + Packages.SITE + "\":3";
        String many = IntStream.range(0, 10_001)
                .mapToObj(i -> "\"" + new UUID(7, i) + "\":1")
                .collect(Collectors.joining(","));
        assertThrows(IOException.class, () -> read(GOOD.replace(site, many)));
    }
}
