package tombolo.site.web;

import java.util.List;
import java.util.stream.Collectors;
import tombolo.ui.Assets;

/** The worker a browser runs for help-now: the newest page when there is a signal, the kept one when there is none. */
final class KeepHelpNow {
    private static final List<String> FILES = List.of("tombolo.css", "mark.svg", "leave.js", "offline.js");

    private KeepHelpNow() {}

    /** Written with the files' present addresses, so that a new version of one is a new worker. */
    static String script(Assets assets) {
        String files = FILES.stream()
                .map(assets::address)
                .map(address -> "'" + address + "'")
                .collect(Collectors.joining(", ", "['/help-now', ", "]"));
        return """
                const files = %s;
                const shelf = 'help-now';
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
                      await cache.put('/help-now', answer.clone());
                      return answer;
                    }
                  } catch { /* no signal */ }
                  return (await cache.match('/help-now')) ?? Response.error();
                };
                const kept = async (request) => (await (await caches.open(shelf)).match(request)) ?? fetch(request);
                self.addEventListener('fetch', (event) => {
                  const { pathname } = new URL(event.request.url);
                  if (pathname === '/help-now' && event.request.mode === 'navigate') event.respondWith(newest(event.request));
                  else if (files.includes(pathname)) event.respondWith(kept(event.request));
                });
                """.formatted(files);
    }
}
