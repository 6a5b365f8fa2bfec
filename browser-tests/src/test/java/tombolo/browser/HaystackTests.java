package tombolo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search that backs the promise about stolen databases finds what it is meant to find, in every dress. */
class HaystackTests {
    private static final String WORD = "Quemburlox Ævery";

    @Test
    void findsNothingWhereNothingIs() throws IOException {
        assertThat(searched("an ordinary page about Morag".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void findsTheWordPlain(String charset) throws Exception {
        assertThat(searched(("before " + WORD + " after").getBytes(charset))).isNotEmpty();
    }

    @Test
    void findsTheWordInEitherCase() throws IOException {
        assertThat(searched(WORD.toUpperCase(java.util.Locale.ROOT).getBytes(StandardCharsets.UTF_8)))
                .isNotEmpty();
        assertThat(searched(WORD.toLowerCase(java.util.Locale.ROOT).getBytes(StandardCharsets.UTF_8)))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "12", "123", "1234"})
    void findsTheWordInBase64WhereverItStands(String before) throws IOException {
        byte[] text = (before + WORD + " after").getBytes(StandardCharsets.UTF_8);
        assertThat(searched(Base64.getEncoder().encode(text))).isNotEmpty();
        assertThat(searched(Base64.getUrlEncoder().withoutPadding().encode(text)))
                .isNotEmpty();
    }

    @Test
    void findsTheWordAsJsonAndAddressesWriteIt() throws IOException {
        assertThat(searched("{\"name\":\"Quemburlox \\u00c6very\"}".getBytes(StandardCharsets.US_ASCII)))
                .isNotEmpty();
        assertThat(searched("/page?q=Quemburlox+%C3%86very".getBytes(StandardCharsets.US_ASCII)))
                .isNotEmpty();
    }

    @Test
    void findsTheWordInHex() throws IOException {
        byte[] text = WORD.getBytes(StandardCharsets.UTF_8);
        assertThat(searched(HexFormat.of().formatHex(text).getBytes(StandardCharsets.US_ASCII)))
                .isNotEmpty();
        assertThat(searched(HexFormat.of().withUpperCase().formatHex(text).getBytes(StandardCharsets.US_ASCII)))
                .isNotEmpty();
    }

    @Test
    void findsTheWordCompressedInTheMiddleOfAFile() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes("some bytes first".getBytes(StandardCharsets.UTF_8));
        try (GZIPOutputStream gzip = new GZIPOutputStream(file)) {
            gzip.write(("once " + WORD).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(searched(file.toByteArray())).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 9})
    void findsTheWordInZlib(int level) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(0);
        try (DeflaterOutputStream zlib = new DeflaterOutputStream(file, new Deflater(level))) {
            zlib.write(("once " + WORD).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(searched(file.toByteArray())).isNotEmpty();
    }

    @Test
    void findsWordsThatShareTheirBeginning() {
        Needles needles = Needles.of(List.of("quembur", "quemburlox", "burlox"));
        assertThat(needles.in("x quemburlox".getBytes(StandardCharsets.UTF_8)))
                .contains("quembur in UTF-8", "quemburlox in UTF-8", "burlox in UTF-8");
    }

    private static java.util.Map<String, java.util.Set<String>> searched(byte[] content) throws IOException {
        return new Haystack(Needles.of(List.of(WORD))).look("a file", content).found();
    }
}
