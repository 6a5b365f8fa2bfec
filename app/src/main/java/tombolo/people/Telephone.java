package tombolo.people;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

/** A number somebody can be rung on, however they like to write it. */
public sealed interface Telephone {

    /** Reads a number as people of that country (ISO 3166, two letters) write one; kind about spaces, brackets and dots. */
    static Telephone read(String typed, String country) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = numbers.parse(typed, country);
            // Possible, not valid: new ranges open before any list knows them, and a person must not be turned away.
            return switch (numbers.isPossibleNumberWithReason(number)) {
                case IS_POSSIBLE -> kept(numbers, number, country);
                case TOO_SHORT, IS_POSSIBLE_LOCAL_ONLY -> Unclear.TOO_SHORT;
                case TOO_LONG -> Unclear.TOO_LONG;
                case INVALID_COUNTRY_CODE -> Unclear.UNKNOWN_COUNTRY;
                case INVALID_LENGTH -> Unclear.NOT_A_NUMBER;
            };
        } catch (NumberParseException e) {
            return switch (e.getErrorType()) {
                case TOO_SHORT_NSN, TOO_SHORT_AFTER_IDD -> Unclear.TOO_SHORT;
                case TOO_LONG -> Unclear.TOO_LONG;
                case INVALID_COUNTRY_CODE -> Unclear.UNKNOWN_COUNTRY;
                case NOT_A_NUMBER -> Unclear.NOT_A_NUMBER;
            };
        }
    }

    /** A number kept as {@code +447700900123}, as people in that country read it. */
    static String spoken(String e164, String country) {
        return read(e164, country) instanceof Number number ? number.spoken() : e164;
    }

    private static Telephone kept(PhoneNumberUtil numbers, PhoneNumber number, String country) {
        boolean atHome = country.equals(numbers.getRegionCodeForCountryCode(number.getCountryCode()));
        return new Number(
                numbers.format(number, PhoneNumberFormat.E164),
                numbers.format(number, atHome ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL));
    }

    /** A number that can be rung: as machines write it ({@code +447700900123}) and as people at home read it. */
    record Number(String e164, String spoken) implements Telephone {
        @Override
        public String toString() {
            return "Telephone[…]";
        }
    }

    /** Why what was typed cannot be rung. */
    enum Unclear implements Telephone {
        NOT_A_NUMBER,
        TOO_SHORT,
        TOO_LONG,
        UNKNOWN_COUNTRY
    }
}
