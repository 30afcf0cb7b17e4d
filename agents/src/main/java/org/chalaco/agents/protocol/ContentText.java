package org.chalaco.agents.protocol;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Concepts as text and back, in the notation of FIPA SL: {@code (offset-move :offset 34 :gain 1200
 * :round 2)}. Names are those of the records and their components, with hyphens; words stand in
 * quotation marks, lists in parentheses.
 *
 * <p>The reader trusts nobody: whatever is not exactly a concept with all its components within
 * their ranges is an {@link InvalidMessageException}, never anything else; texts longer than
 * {@value #LONGEST} characters are not even begun. Stateless and thread-safe.
 */
public final class ContentText {

    /** Longest text that is read. */
    public static final int LONGEST = 200_000;

    /**
     * What is known of a record: looked up once, since every message needs it.
     *
     * @param name on the wire
     * @param labels of its components, {@code :offset}
     */
    private record Concept(
            Class<?> type,
            String name,
            String[] labels,
            Type[] types,
            Method[] accessors,
            Constructor<?> constructor) {

        static Concept of(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            int n = components.length;
            String[] labels = new String[n];
            Type[] types = new Type[n];
            Method[] accessors = new Method[n];
            Class<?>[] raw = new Class<?>[n];
            for (int k = 0; k < n; k++) {
                labels[k] = ":" + wireName(components[k].getName());
                types[k] = components[k].getGenericType();
                accessors[k] = components[k].getAccessor();
                accessors[k].trySetAccessible();
                raw[k] = components[k].getType();
            }
            try {
                Constructor<?> constructor = type.getDeclaredConstructor(raw);
                constructor.trySetAccessible();
                String name = wireName(type.getSimpleName());
                return new Concept(type, name, labels, types, accessors, constructor);
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("Not a record: " + type, e);
            }
        }
    }

    /** Concepts by their names on the wire, and by their records. */
    private final Map<String, Concept> concepts = new TreeMap<>();

    private final Map<Class<?>, Concept> byType = new HashMap<>();

    private ContentText(List<Class<?>> records) {
        for (Class<?> record : records) {
            Concept concept = Concept.of(record);
            concepts.put(concept.name(), concept);
            byType.put(record, concept);
        }
    }

    /** Texts of the ontology of messages. */
    public static ContentText ofMessages() {
        return new ContentText(Arrays.asList(Content.class.getPermittedSubclasses()));
    }

    /** Texts of these records, which may hold one another. */
    public static ContentText of(List<Class<?>> records) {
        return new ContentText(records);
    }

    /** Name on the wire of a type or component: {@code offsetMove} becomes {@code offset-move}. */
    public static String wireName(String javaName) {
        StringBuilder name = new StringBuilder();
        for (char c : javaName.toCharArray()) {
            if (Character.isUpperCase(c) && !name.isEmpty()) {
                name.append('-');
            }
            name.append(c);
        }
        return name.toString().toLowerCase(Locale.ROOT);
    }

    /** Names of all concepts on the wire, in order. */
    public List<String> names() {
        return List.copyOf(concepts.keySet());
    }

    /** The concept as text. */
    public String write(Record value) {
        StringBuilder text = new StringBuilder();
        writeRecord(value, text);
        return text.toString();
    }

    private void writeRecord(Record value, StringBuilder text) {
        Concept concept = byType.get(value.getClass());
        if (concept == null) {
            throw new IllegalArgumentException("(%s) is no concept.".formatted(value));
        }
        text.append('(').append(concept.name());
        for (int k = 0; k < concept.labels().length; k++) {
            text.append(' ').append(concept.labels()[k]).append(' ');
            writeValue(valueOf(concept.accessors()[k], value), text);
        }
        text.append(')');
    }

    private static Object valueOf(Method accessor, Record value) {
        try {
            return accessor.invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Cannot read " + accessor, e);
        }
    }

    private void writeValue(Object value, StringBuilder text) {
        if (value instanceof Record record) {
            writeRecord(record, text);
        } else if (value instanceof List<?> list) {
            text.append('(');
            for (int k = 0; k < list.size(); k++) {
                text.append(k == 0 ? "" : " ");
                writeValue(list.get(k), text);
            }
            text.append(')');
        } else if (value instanceof String word) {
            text.append('"').append(word.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
        } else {
            text.append(value);
        }
    }

    /**
     * Reads a concept.
     *
     * @throws InvalidMessageException if the text is anything else
     */
    public Record read(String text) throws InvalidMessageException {
        if (text == null || text.length() > LONGEST) {
            throw new InvalidMessageException("There is no content, or it is too long.");
        }
        Tokens tokens = new Tokens(text);
        Record value = readRecord(tokens, null);
        tokens.expectEnd();
        return value;
    }

    private Record readRecord(Tokens tokens, Class<?> wanted) throws InvalidMessageException {
        tokens.expect("(");
        String name = tokens.next();
        Concept concept = concepts.get(name);
        if (concept == null || wanted != null && wanted != concept.type()) {
            throw new InvalidMessageException(
                    "There is no concept (%s) here.".formatted(cut(name)));
        }
        Object[] values = new Object[concept.labels().length];
        for (int k = 0; k < values.length; k++) {
            tokens.expect(concept.labels()[k]);
            values[k] = readValue(tokens, concept.types()[k]);
        }
        tokens.expect(")");
        return make(concept, values);
    }

    private static Record make(Concept concept, Object[] values) throws InvalidMessageException {
        try {
            return (Record) concept.constructor().newInstance(values);
        } catch (InvocationTargetException e) {
            throw new InvalidMessageException(String.valueOf(e.getCause().getMessage()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make a " + concept.name(), e);
        }
    }

    private Object readValue(Tokens tokens, Type type) throws InvalidMessageException {
        if (type == int.class || type == Integer.class) {
            return Math.toIntExact(number(tokens.next(), Integer.MIN_VALUE, Integer.MAX_VALUE));
        }
        if (type == long.class || type == Long.class) {
            return number(tokens.next(), Long.MIN_VALUE, Long.MAX_VALUE);
        }
        if (type == String.class) {
            return tokens.word();
        }
        if (type instanceof ParameterizedType list) {
            return readList(tokens, list.getActualTypeArguments()[0]);
        }
        return readRecord(tokens, (Class<?>) type);
    }

    private List<Object> readList(Tokens tokens, Type element) throws InvalidMessageException {
        tokens.expect("(");
        List<Object> values = new ArrayList<>();
        while (!tokens.isEndOfList()) {
            values.add(readValue(tokens, element));
        }
        tokens.expect(")");
        return values;
    }

    private static long number(String token, long least, long most) throws InvalidMessageException {
        try {
            long value = Long.parseLong(token);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new InvalidMessageException("(%s) is no number.".formatted(cut(token)));
    }

    private static String cut(String token) {
        return token.length() > 40 ? token.substring(0, 40) + "..." : token;
    }

    /** A text piece by piece: parentheses, names, numbers, words in quotation marks. */
    private static final class Tokens {

        private final String text;
        private int at;

        Tokens(String text) {
            this.text = text;
        }

        boolean isEndOfList() throws InvalidMessageException {
            skipBlanks();
            if (at >= text.length()) {
                throw new InvalidMessageException("The content ends too early.");
            }
            return text.charAt(at) == ')';
        }

        String next() throws InvalidMessageException {
            skipBlanks();
            if (at >= text.length()) {
                throw new InvalidMessageException("The content ends too early.");
            }
            char first = text.charAt(at);
            if (first == '(' || first == ')') {
                at++;
                return String.valueOf(first);
            }
            if (first == '"') {
                throw new InvalidMessageException("There should be no quotation mark.");
            }
            int start = at;
            while (at < text.length() && "() \t\r\n\"".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(start, at);
        }

        String word() throws InvalidMessageException {
            skipBlanks();
            if (at >= text.length() || text.charAt(at) != '"') {
                throw new InvalidMessageException("There should be a word in quotation marks.");
            }
            StringBuilder word = new StringBuilder();
            for (at++; at < text.length(); at++) {
                char c = text.charAt(at);
                if (c == '"') {
                    at++;
                    return word.toString();
                }
                if (c == '\\' && at + 1 < text.length()) {
                    c = text.charAt(++at);
                }
                word.append(c);
            }
            throw new InvalidMessageException("A quotation mark is not closed.");
        }

        void expect(String token) throws InvalidMessageException {
            String found = next();
            if (!found.equals(token)) {
                throw new InvalidMessageException(
                        "There is (%s) where (%s) should be.".formatted(cut(found), token));
            }
        }

        void expectEnd() throws InvalidMessageException {
            skipBlanks();
            if (at < text.length()) {
                throw new InvalidMessageException("Something follows the content.");
            }
        }

        private void skipBlanks() {
            while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
        }
    }
}
