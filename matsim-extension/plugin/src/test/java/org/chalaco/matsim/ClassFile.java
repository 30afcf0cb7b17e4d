// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** The constant pool of a class file: which classes, methods and fields it names. */
final class ClassFile {

    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int CLASS = 7;
    private static final int FIELD = 9;
    private static final int METHOD = 10;
    private static final int INTERFACE_METHOD = 11;
    private static final int NAME_AND_TYPE = 12;
    private static final int METHOD_HANDLE = 15;

    private final int[] tags;
    private final int[] first;
    private final int[] second;
    private final String[] texts;

    private ClassFile(DataInputStream in) throws IOException {
        in.readLong(); // magic and version
        int count = in.readUnsignedShort();
        tags = new int[count];
        first = new int[count];
        second = new int[count];
        texts = new String[count];
        for (int k = 1; k < count; k++) {
            tags[k] = in.readUnsignedByte();
            readEntry(in, k);
            if (tags[k] == LONG || tags[k] == DOUBLE) {
                k++; // takes two places
            }
        }
    }

    private void readEntry(DataInputStream in, int k) throws IOException {
        switch (tags[k]) {
            case UTF8 -> texts[k] = in.readUTF();
            case LONG, DOUBLE -> in.readLong();
            case METHOD_HANDLE -> {
                in.readUnsignedByte();
                in.readUnsignedShort();
            }
            case CLASS, 8, 16, 19, 20 -> first[k] = in.readUnsignedShort();
            default -> {
                first[k] = in.readUnsignedShort();
                second[k] = in.readUnsignedShort();
            }
        }
    }

    /** Everything of packages that begin so, one line each: class, or class.member descriptor. */
    static Set<String> symbols(Path file, String packagePrefix) throws IOException {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            return new ClassFile(in).symbols(packagePrefix.replace('.', '/'));
        }
    }

    private Set<String> symbols(String prefix) {
        Set<String> symbols = new TreeSet<>();
        for (int k = 1; k < tags.length; k++) {
            if (tags[k] == CLASS) {
                add(symbols, "", texts[first[k]], prefix);
            } else if (tags[k] == FIELD || tags[k] == METHOD || tags[k] == INTERFACE_METHOD) {
                String owner = texts[first[first[k]]];
                int nameAndType = second[k];
                if (tags[nameAndType] == NAME_AND_TYPE && owner.startsWith(prefix)) {
                    symbols.add(
                            owner.replace('/', '.')
                                    + "."
                                    + texts[first[nameAndType]]
                                    + " "
                                    + texts[second[nameAndType]].replace('/', '.'));
                }
            }
        }
        return symbols;
    }

    private static void add(Set<String> symbols, String array, String name, String prefix) {
        String plain = name.replaceFirst("^\\[+L(.*);$", "$1");
        if (plain.startsWith(prefix)) {
            symbols.add(array + plain.replace('/', '.'));
        }
    }
}
