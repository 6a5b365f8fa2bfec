package tombolo.instruments.cli;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.RecordType;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file read row by row without making an object of a cell; what is wrong is told by line, column and what was
 * expected.
 *
 * <p>Lines and columns count from 1. Blank lines are passed over.
 */
abstract class Table extends AbstractBaseCsvCallbackHandler<Boolean> {
    private final List<String> columns = new ArrayList<>();
    private boolean inHeader = true;
    private @Nullable BadInput wrong;

    /** Checks the header, and answers how many columns each row must have. */
    abstract void header(List<String> names);

    /** Takes one cell of a row; the characters are only there during the call. */
    abstract void cell(int column, char[] text, int from, int length);

    /** Everything of a row has been given. */
    abstract void row();

    /** What a missing first line should have been. */
    abstract String expectedHeader();

    final void read(InputStream in) {
        try (CsvReader<Boolean> csv = CsvReader.builder()
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(this, new InputStreamReader(withoutByteOrderMark(in), StandardCharsets.ISO_8859_1))) {
            var rows = csv.iterator();
            while (rows.hasNext()) {
                rows.next();
            }
        } catch (CsvParseException e) {
            throw switch (e.getCause()) {
                case BadInput bad -> bad;
                case UncheckedIOException failed -> failed;
                case null, default -> unreadable(e);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (inHeader) {
            throw BadInput.at(1, 1, "", "the header " + expectedHeader() + ", found nothing");
        }
    }

    private static InputStream withoutByteOrderMark(InputStream in) throws IOException {
        PushbackInputStream ahead = new PushbackInputStream(in, 3);
        byte[] start = ahead.readNBytes(3);
        boolean utf8 =
                start.length == 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF;
        boolean utf16 = start.length >= 2
                && (start[0] == (byte) 0xFF && start[1] == (byte) 0xFE
                        || start[0] == (byte) 0xFE && start[1] == (byte) 0xFF);
        if (utf16) {
            throw BadInput.at(1, 1, "", "text in UTF-8, found UTF-16");
        }
        if (!utf8) {
            ahead.unread(start);
        }
        return ahead;
    }

    private BadInput unreadable(CsvParseException e) {
        String message = String.valueOf(e.getMessage()).replaceFirst(" \\(record starting.*", "");
        return BadInput.at(
                Math.max(1, getStartingLineNumber()),
                getFieldCount() + 1,
                name(getFieldCount()),
                "CSV, found a fault in the quoting (" + message + ")");
    }

    @Override
    protected final void handleBegin(long startingLineNumber) {
        wrong = null;
    }

    @Override
    protected final void handleField(int index, char[] text, int from, int length, boolean quoted) {
        if (wrong != null) {
            return;
        }
        if (inHeader) {
            columns.add(new String(text, from, length));
        } else if (index >= columns.size()) {
            wrong = at(index, "the end of the line after " + columns.size() + " columns, found more");
        } else {
            cell(index, text, from, length);
        }
    }

    @Override
    protected final Boolean buildRecord() {
        if (getRecordType() == RecordType.EMPTY) {
            return false;
        }
        if (wrong != null) {
            throw wrong;
        }
        if (inHeader) {
            header(List.copyOf(columns));
            inHeader = false;
        } else if (getFieldCount() < columns.size()) {
            throw at(getFieldCount(), columns.size() + " columns, found the end of the line");
        } else {
            row();
        }
        return true;
    }

    /** Notes what is wrong with a cell; the first in a row is the one people are told. */
    final void refuse(int column, String expected, char[] text, int from, int length) {
        if (wrong == null) {
            wrong = at(
                    column, expected + ", found '" + Latin1.toText(new String(text, from, Math.min(length, 60))) + "'");
        }
    }

    final void refuse(int column, String expected) {
        if (wrong == null) {
            wrong = at(column, expected);
        }
    }

    /** A column of the header that is not the one expected. */
    final BadInput headerFault(int column, String expected) {
        return BadInput.at(getStartingLineNumber(), column + 1, "", expected);
    }

    private BadInput at(int column, String expected) {
        return BadInput.at(getStartingLineNumber(), column + 1, name(column), expected);
    }

    /** What the header calls a column, for people. */
    String name(int column) {
        return column < columns.size() ? Latin1.toText(columns.get(column)) : "";
    }

    /** Whether a cell holds nothing but blanks. */
    static boolean isBlank(char[] text, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (text[i] != ' ' && text[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    /** Whether a cell holds exactly this word, blanks around it aside. */
    static boolean is(String word, char[] text, int from, int length) {
        int start = from;
        int end = from + length;
        while (start < end && (text[start] == ' ' || text[start] == '\t')) {
            start++;
        }
        while (end > start && (text[end - 1] == ' ' || text[end - 1] == '\t')) {
            end--;
        }
        if (end - start != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (text[start + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** A cell of one to four digits as a number, blanks around it aside, or -1 if it is anything else. */
    static int digits(char[] text, int from, int length) {
        int start = from;
        int end = from + length;
        while (start < end && (text[start] == ' ' || text[start] == '\t')) {
            start++;
        }
        while (end > start && (text[end - 1] == ' ' || text[end - 1] == '\t')) {
            end--;
        }
        if (end == start || end - start > 4) {
            return -1;
        }
        int number = 0;
        for (int i = start; i < end; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
