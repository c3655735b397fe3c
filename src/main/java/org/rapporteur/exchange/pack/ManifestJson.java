package org.rapporteur.exchange.pack;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.rapporteur.core.exchange.VersionVector;
import org.rapporteur.exchange.json.StrictJson;

/**
 * The manifest as JSON. Read strictly: members that are not known are passed over (a later version may add some), those
 * that are known must be what they must be.
 */
final class ManifestJson {
    private static final int SITES = 10_000;
    private static final int SCOPES = 1_000;
    private static final int FORMER = 1_000;
    private static final int WITHHELD = 100;
    private static final int WORD = 100;
    private static final int NAME = 1_000;
    private static final int UUID_LENGTH = 36;
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern RECIPIENT = Pattern.compile("age1[a-z0-9]{10,200}");
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private final int mostEntries;
    private UUID id;
    private UUID site;
    private List<UUID> formerly = List.of();
    private String author;
    private Instant at;
    private String program;
    private int schema;
    private int lowestReader;
    private Boolean extract;
    private List<String> withheld = List.of();
    private String recipient;
    private List<Manifest.ScopePart> scopes;
    private List<Manifest.Entry> entries;

    private ManifestJson(int mostEntries) {
        this.mostEntries = mostEntries;
    }

    static byte[] write(Manifest manifest) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("id", manifest.id().toString());
            json.writeStringField("site", manifest.site().toString());
            json.writeArrayFieldStart("formerly");
            for (UUID former : manifest.formerly()) {
                json.writeString(former.toString());
            }
            json.writeEndArray();
            json.writeStringField("author", manifest.author());
            json.writeStringField("at", manifest.at().toString());
            json.writeStringField("program", manifest.program());
            json.writeNumberField("schema", manifest.schema());
            json.writeNumberField("lowestReader", manifest.lowestReader());
            json.writeBooleanField("extract", manifest.extract());
            json.writeArrayFieldStart("withheld");
            for (String what : manifest.withheld()) {
                json.writeString(what);
            }
            json.writeEndArray();
            json.writeStringField("recipient", manifest.recipient());
            json.writeArrayFieldStart("scopes");
            for (Manifest.ScopePart part : manifest.scopes()) {
                json.writeStartObject();
                json.writeStringField("scope", part.scope().toString());
                write(json, "base", part.base());
                write(json, "to", part.to());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("entries");
            for (Manifest.Entry entry : manifest.entries()) {
                json.writeStartObject();
                json.writeStringField("name", entry.name());
                json.writeNumberField("size", entry.size());
                json.writeStringField("sha256", entry.sha256());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private static void write(JsonGenerator json, String name, VersionVector vector) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<UUID, Long> seen : vector.numbers().entrySet()) {
            json.writeNumberField(seen.getKey().toString(), seen.getValue());
        }
        json.writeEndObject();
    }

    /**
     * The manifest in these bytes.
     *
     * @param mostEntries most files that it may list
     * @throws IOException if it is not one; the message is technical
     */
    static Manifest read(byte[] bytes, int mostEntries) throws IOException {
        ManifestJson found = new ManifestJson(mostEntries);
        StrictJson.object(bytes, found::member);
        return found.manifest();
    }

    private void member(String name, JsonParser value) throws IOException {
        switch (name) {
            case "id" -> id = uuid(value);
            case "site" -> site = uuid(value);
            case "formerly" -> formerly = list(value, FORMER, ManifestJson::uuid);
            case "author" -> author = orNull(value, NAME);
            case "at" -> at = instant(StrictJson.string(value, WORD));
            case "program" -> program = StrictJson.string(value, WORD);
            case "schema" -> schema = Math.toIntExact(number(value, 1, Integer.MAX_VALUE));
            case "lowestReader" -> lowestReader = Math.toIntExact(number(value, 1, Integer.MAX_VALUE));
            case "extract" -> extract = bool(value);
            case "withheld" -> withheld = list(value, WITHHELD, item -> StrictJson.string(item, WORD));
            case "recipient" -> recipient = recipient(orNull(value, NAME));
            case "scopes" -> scopes = list(value, SCOPES, ManifestJson::scope);
            case "entries" -> entries = list(value, mostEntries, ManifestJson::entry);
            default -> value.skipChildren();
        }
    }

    private Manifest manifest() throws IOException {
        boolean whole = id != null
                && site != null
                && at != null
                && program != null
                && schema > 0
                && lowestReader > 0
                && extract != null
                && scopes != null
                && entries != null;
        if (!whole) {
            throw new StrictJson.Bad("a member of the manifest is missing");
        }
        Set<UUID> once = new HashSet<>();
        for (Manifest.ScopePart part : scopes) {
            if (!once.add(part.scope())) {
                throw new StrictJson.Bad("a scope stands twice");
            }
        }
        return new Manifest(
                id,
                site,
                formerly,
                author,
                at,
                program,
                schema,
                lowestReader,
                extract,
                withheld,
                recipient,
                scopes,
                entries);
    }

    private interface Item<T> {
        T read(JsonParser value) throws IOException;
    }

    private static <T> List<T> list(JsonParser value, int most, Item<T> item) throws IOException {
        StrictJson.expect(value, JsonToken.START_ARRAY);
        List<T> all = new ArrayList<>();
        while (value.nextToken() != JsonToken.END_ARRAY) {
            if (all.size() == most) {
                throw new StrictJson.Bad("a list of the manifest is too long");
            }
            all.add(item.read(value));
        }
        return all;
    }

    private static Manifest.ScopePart scope(JsonParser value) throws IOException {
        UUID[] scope = new UUID[1];
        VersionVector[] vectors = new VersionVector[2];
        StrictJson.object(value, (name, member) -> {
            switch (name) {
                case "scope" -> scope[0] = uuid(member);
                case "base" -> vectors[0] = vector(member);
                case "to" -> vectors[1] = vector(member);
                default -> member.skipChildren();
            }
        });
        if (scope[0] == null || vectors[0] == null || vectors[1] == null) {
            throw new StrictJson.Bad("a member of a scope is missing");
        }
        return new Manifest.ScopePart(scope[0], vectors[0], vectors[1]);
    }

    private static VersionVector vector(JsonParser value) throws IOException {
        Map<UUID, Long> numbers = new HashMap<>();
        StrictJson.object(value, (name, number) -> {
            if (numbers.size() == SITES) {
                throw new StrictJson.Bad("a version vector of too many sites");
            }
            numbers.put(uuid(name), number(number, 1, Long.MAX_VALUE));
        });
        return VersionVector.of(numbers);
    }

    private static Manifest.Entry entry(JsonParser value) throws IOException {
        String[] texts = new String[2];
        long[] size = {-1};
        StrictJson.object(value, (name, member) -> {
            switch (name) {
                case "name" -> texts[0] = StrictJson.string(member, Zip.LONGEST_NAME);
                case "size" -> size[0] = number(member, 0, Long.MAX_VALUE);
                case "sha256" -> texts[1] = StrictJson.string(member, WORD);
                default -> member.skipChildren();
            }
        });
        if (texts[0] == null
                || size[0] < 0
                || texts[1] == null
                || !SHA256.matcher(texts[1]).matches()) {
            throw new StrictJson.Bad("a member of an entry is missing or wrong");
        }
        return new Manifest.Entry(texts[0], size[0], texts[1]);
    }

    private static UUID uuid(JsonParser value) throws IOException {
        return uuid(StrictJson.string(value, UUID_LENGTH));
    }

    /** Only the canonical form: two spellings of one key would be two entries that look alike. */
    private static UUID uuid(String text) throws IOException {
        try {
            UUID uuid = UUID.fromString(text);
            if (uuid.toString().equals(text)) {
                return uuid;
            }
        } catch (IllegalArgumentException e) {
            throw new StrictJson.Bad("not a UUID");
        }
        throw new StrictJson.Bad("not a UUID in canonical form");
    }

    private static long number(JsonParser value, long least, long most) throws IOException {
        StrictJson.expect(value, JsonToken.VALUE_NUMBER_INT);
        // Throws if it is beyond 64 bits.
        long number = value.getLongValue();
        if (number < least || number > most) {
            throw new StrictJson.Bad("a number outside its bounds");
        }
        return number;
    }

    private static boolean bool(JsonParser value) throws IOException {
        if (value.currentToken() == null || !value.currentToken().isBoolean()) {
            throw new StrictJson.Bad("not true or false");
        }
        return value.getBooleanValue();
    }

    private static String orNull(JsonParser value, int longest) throws IOException {
        return value.currentToken() == JsonToken.VALUE_NULL ? null : StrictJson.string(value, longest);
    }

    private static String recipient(String text) throws IOException {
        if (text != null && !RECIPIENT.matcher(text).matches()) {
            throw new StrictJson.Bad("not an age recipient");
        }
        return text;
    }

    private static Instant instant(String text) throws IOException {
        try {
            Instant at = Instant.parse(text);
            if (!at.isBefore(FIRST) && !at.isAfter(LAST)) {
                return at;
            }
        } catch (DateTimeException e) {
            throw new StrictJson.Bad("not a time");
        }
        throw new StrictJson.Bad("a time outside the years 1 to 9999");
    }
}
