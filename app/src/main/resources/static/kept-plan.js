// Opens the plan kept on this phone, with the PIN, also without a signal; and takes it off again.
const find = (name) => document.querySelector(`[data-${name}]`);
const bytes = (base64) => Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
const unlock = async (pin, kept) => {
  const [salt, iv, sealed] = JSON.parse(kept).map(bytes);
  const stretched = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveKey']);
  const key = await crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: 600000 },
    stretched, { name: 'AES-GCM', length: 256 }, false, ['decrypt']);
  return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, sealed)));
};
const made = (name, text) => Object.assign(document.createElement(name), { textContent: text });
const show = (plan) => {
  find('open').replaceChildren(...plan.map(({ title, lines }) => {
    const list = document.createElement('ul');
    list.append(...lines.map((line) => {
      const item = document.createElement('li');
      item.append(made('bdi', line));
      return item;
    }));
    const part = document.createElement('section');
    part.append(made('h2', title), list);
    return part;
  }));
  find('locked').hidden = true;
  find('open').hidden = find('older').hidden = false;
  find('open').focus();
};
const kept = localStorage.getItem('plan');
find(kept ? 'locked' : 'none').hidden = false;
find('remove').hidden = !kept;
find('locked').addEventListener('submit', async (event) => {
  event.preventDefault();
  find('state').textContent = '';
  try {
    show(await unlock(document.querySelector('#pin').value.trim(), kept));
  } catch {
    find('state').textContent = find('locked').dataset.wrong;
  }
});
// Whoever comes back to the page, or picks the phone up later, needs the PIN once more.
const lock = () => {
  if (find('open').hidden) return;
  find('open').replaceChildren();
  find('open').hidden = find('older').hidden = true;
  document.querySelector('#pin').value = '';
  find('locked').hidden = false;
};
let left = 0;
addEventListener('pagehide', lock);
document.addEventListener('visibilitychange', () => {
  clearTimeout(left);
  if (document.hidden) left = setTimeout(lock, 60000);
});
find('remove').addEventListener('click', () => {
  localStorage.removeItem('plan');
  for (const name of ['locked', 'open', 'older', 'remove']) find(name).hidden = true;
  find('open').replaceChildren();
  find('removed').hidden = false;
});
navigator.serviceWorker?.register('/plan-on-this-phone.js', { scope: '/plan-on-this-phone' });
