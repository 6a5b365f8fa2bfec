package tombolo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Help is one press away, small, and there when everything else is down. */
@ResourceLock(Stage.SHARED)
class HelpNowIT {
    private static final int MOST_BYTES = 15_000;

    @Test
    void isSmallEnoughForAPoorSignal() {
        long[] bytes = {0};
        try (Visitor morag = Visitor.onPhone(Stage.demo().base())) {
            morag.page().onRequestFinished(request -> {
                if (!request.url().contains("/manifest")) {
                    bytes[0] += request.sizes().responseBodySize + request.sizes().responseHeadersSize;
                }
            });
            morag.goes("/help-now").page().waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        }
        Evidence.note("/help-now with all it loads, bytes (15,000 allowed)", bytes[0]);
        assertThat(bytes[0]).isPositive().isLessThan(MOST_BYTES);
    }

    @Test
    void numbersCanBeTapped() {
        try (Visitor morag = Visitor.onPhone(Stage.demo().base())) {
            morag.goes("/help-now");
            assertThat(morag.page().locator("a[href='tel:999']").first().isVisible())
                    .isTrue();
            assertThat(morag.page().locator("a[href='tel:116123']").first().isVisible())
                    .isTrue();
        }
    }

    @Test
    void isThereWithoutASignalAfterOneVisit() {
        try (Visitor morag = Visitor.onPhone(Stage.demo().base())) {
            visitOnce(morag);
            morag.context().setOffline(true);
            morag.goes("/help-now");
            assertThat(morag.page().locator("a[href='tel:999']").first().isVisible())
                    .isTrue();
            assertThat(styled(morag)).isTrue();
            morag.context().setOffline(false);
        }
    }

    @Test
    void isThereWhenTomboloIsDown() {
        TomboloProcess tombolo = Stage.fresh("help-when-down").start();
        Visitor morag = Visitor.onPhone(tombolo.base());
        visitOnce(morag);
        tombolo.close();
        morag.goes("/help-now");
        assertThat(morag.page().locator("a[href='tel:999']").first().isVisible())
                .isTrue();
        assertThat(styled(morag)).isTrue();
        morag.context().close();
    }

    /** A database that neither answers nor dies is the worst case: everything that needs it hangs. */
    @Test
    void isThereWhileTheDatabaseHangs() throws IOException, InterruptedException {
        try (TomboloProcess tombolo = Stage.fresh("help-while-database-hangs").start()) {
            tombolo.signalPostgres("STOP");
            try {
                PlainClient client = new PlainClient(tombolo.base());
                assertThat(client.get("/help-now").status()).isEqualTo(200);
                assertThat(client.get("/").status()).isEqualTo(200);
            } finally {
                tombolo.signalPostgres("CONT");
            }
        }
    }

    private static void visitOnce(Visitor visitor) {
        visitor.goes("/help-now").page().evaluate("navigator.serviceWorker.ready.then(() => true)");
        visitor.page().waitForFunction("caches.keys().then(keys => keys.length > 0)");
    }

    private static boolean styled(Visitor visitor) {
        return (boolean) visitor.page()
                .evaluate("document.styleSheets.length > 0 && document.styleSheets[0].cssRules.length > 10");
    }
}
