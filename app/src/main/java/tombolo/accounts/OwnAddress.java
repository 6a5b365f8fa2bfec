package tombolo.accounts;

import java.net.URI;

/**
 * The address under which people reach us, which a passkey is bound to.
 *
 * @param host the name alone
 * @param origin with the scheme and the port, as a browser says it
 */
record OwnAddress(String host, String origin) {

    static OwnAddress of(URI url, String host) {
        String port = url.getPort() < 0 ? "" : ":" + url.getPort();
        return new OwnAddress(host, url.getScheme() + "://" + host + port);
    }
}
