// Keeps the plan on this phone when the person asks for it: locked with their PIN before it is put down.
const keep = document.querySelector('[data-keep]');
const text = (list) => [...list].map((one) => one.textContent.trim().replace(/\s+/g, ' '));
const plan = () => [...document.querySelectorAll('.safety-plan section')].map((part) => ({
  title: part.querySelector('h2').textContent,
  lines: text(part.querySelectorAll('li')),
}));
const base64 = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes)));
const lock = async (pin, words) => {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const stretched = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveKey']);
  const key = await crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: 600000 },
    stretched, { name: 'AES-GCM', length: 256 }, false, ['encrypt']);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(words));
  return JSON.stringify([base64(salt), base64(iv), base64(sealed)]);
};
if (keep && globalThis.crypto?.subtle && navigator.serviceWorker) {
  keep.hidden = false;
  keep.querySelector('form').addEventListener('submit', async (event) => {
    event.preventDefault();
    const [pin, again] = [...keep.querySelectorAll('input')].map((input) => input.value.trim());
    const say = (words) => { keep.querySelector('[data-state]').textContent = words; };
    say('');
    if (pin.length < 4) return say(keep.dataset.short);
    if (pin !== again) return say(keep.dataset.differ);
    try {
      const locked = await lock(pin, JSON.stringify(plan()));
      await navigator.serviceWorker.register('/plan-on-this-phone.js', { scope: '/plan-on-this-phone' });
      localStorage.setItem('plan', locked);
      event.target.reset();
      keep.querySelector('[data-done]').hidden = false;
    } catch {
      say(keep.dataset.failed);
    }
  });
}
