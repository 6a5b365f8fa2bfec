package tombolo.ui;

import java.util.List;
import java.util.stream.Collectors;

/** The worker a browser runs for one page that must also open without a signal: the newest when there is one, else the kept. */
public final class OfflinePage {
    private OfflinePage() {}

    /**
     * Written with the files' present addresses, so that a new version of one is a new worker.
     *
     * @param page the one address it is for, and its scope
     * @param names what the page loads, as it is called in {@code static/}
     */
    public static String script(Assets assets, String page, List<String> names) {
        String files = names.stream()
                .map(assets::address)
                .map(address -> "'" + address + "'")
                .collect(Collectors.joining(", ", "['" + page + "', ", "]"));
        return """
                const files = %s;
                const page = files[0];
                const shelf = page.slice(1);
                const keep = async () => {
                  const cache = await caches.open(shelf);
                  await cache.addAll(files.map((file) => new Request(file, { cache: 'reload' })));
                  for (const kept of await cache.keys()) {
                    if (!files.includes(new URL(kept.url).pathname)) await cache.delete(kept);
                  }
                };
                self.addEventListener('install', (event) => event.waitUntil(keep().then(() => self.skipWaiting())));
                self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
                const soon = (request) => Promise.race([
                  fetch(request),
                  new Promise((_, tooLate) => setTimeout(tooLate, 3000)),
                ]);
                const newest = async (request) => {
                  const cache = await caches.open(shelf);
                  try {
                    const answer = await soon(request);
                    if (answer.ok) {
                      await cache.put(page, answer.clone());
                      return answer;
                    }
                  } catch { /* no signal */ }
                  return (await cache.match(page)) ?? Response.error();
                };
                const kept = async (request) => (await (await caches.open(shelf)).match(request)) ?? fetch(request);
                self.addEventListener('fetch', (event) => {
                  const { pathname } = new URL(event.request.url);
                  if (pathname === page && event.request.mode === 'navigate') event.respondWith(newest(event.request));
                  else if (files.includes(pathname)) event.respondWith(kept(event.request));
                });
                """.formatted(files);
    }
}
