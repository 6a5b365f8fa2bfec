package tombolo.accounts;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What an authenticator app is paired with, in the three ways a device may take it.
 *
 * @param letters the secret in groups of four, to type
 * @param link for an app on this very device
 * @param drawing the dark squares of the code to scan, as an SVG path in units of one square
 * @param squares how many squares the drawing is wide
 */
public record Pairing(String letters, String link, String drawing, int squares) {

    static Pairing of(byte[] secret, String address) {
        String letters = Totp.base32(secret);
        String label =
                URLEncoder.encode("Tombolo:" + address, StandardCharsets.UTF_8).replace("+", "%20");
        String link = "otpauth://totp/%s?secret=%s&issuer=Tombolo".formatted(label, letters);
        BitMatrix squares = squares(link);
        return new Pairing(letters.replaceAll("(.{4})(?=.)", "$1 "), link, drawing(squares), squares.getWidth());
    }

    private static BitMatrix squares(String link) {
        try {
            return new QRCodeWriter()
                    .encode(
                            link,
                            BarcodeFormat.QR_CODE,
                            1,
                            1,
                            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 4));
        } catch (WriterException e) {
            throw new IllegalStateException("the pairing code could not be drawn", e);
        }
    }

    /** One stroke for each run of dark squares in a row. */
    private static String drawing(BitMatrix squares) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < squares.getHeight(); y++) {
            for (int x = 0; x < squares.getWidth(); x++) {
                int from = x;
                while (x < squares.getWidth() && squares.get(x, y)) {
                    x++;
                }
                if (x > from) {
                    path.append("M%d %dh%dv1h-%dz".formatted(from, y, x - from, x - from));
                }
            }
        }
        return path.toString();
    }

    @Override
    public String toString() {
        return "Pairing[…]";
    }
}
