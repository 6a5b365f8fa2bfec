// Keeps what is typed: three seconds after the last key, at the latest eight after the first, and when the page goes out of
// sight. Says truthfully whether it is kept. Without this script a form works; its words are then kept when it is sent.
const typed = (field) => field.name && !field.name.startsWith('_') && !field.disabled
  && (field.matches('textarea, select') || /^(text|search|email|tel|url|date|time|number|radio|checkbox)$/.test(field.type));

for (const box of document.querySelectorAll('[data-draft]')) {
  const form = box.closest('form');
  const state = box.querySelector('[data-state]');
  let first = 0;
  let waiting = 0;
  let sending = false;

  const words = () => {
    const all = new URLSearchParams();
    for (const field of form.elements) {
      if (!typed(field) || (/radio|checkbox/.test(field.type) && !field.checked)) continue;
      const ticked = field.type === 'checkbox' && all.get(field.name); // of several boxes under one name, each has a line
      all.set(field.name, ticked ? ticked + '\n' + field.value : field.value);
    }
    all.set('_form', box.dataset.draft);
    all.set('_about', box.dataset.about);
    const token = form.elements._csrf;
    if (token) all.set('_csrf', token.value);
    return all;
  };

  const keep = async () => {
    clearTimeout(waiting);
    if (!first || !form.isConnected || sending) return;
    const since = first;
    first = 0;
    try {
      const answer = await fetch(box.dataset.to, { method: 'POST', body: words(), keepalive: true, redirect: 'manual' });
      if (!answer.ok) throw new Error();
      const now = new Date().toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
      if (!first) state.textContent = box.dataset.saved.replace('%', now);
    } catch {
      first ||= since;
      state.textContent = box.dataset.failed;
      waiting = setTimeout(keep, 8000);
    }
  };

  const changed = ({ target }) => {
    if (!typed(target)) return;
    first ||= Date.now();
    state.textContent = box.dataset.unsaved;
    clearTimeout(waiting);
    waiting = setTimeout(keep, Math.max(0, Math.min(3000, first + 8000 - Date.now())));
  };
  form.addEventListener('input', changed);
  form.addEventListener('change', changed);
  form.addEventListener('submit', () => { sending = true; clearTimeout(waiting); });
  addEventListener('pageshow', () => { sending = false; });
  document.addEventListener('visibilitychange', () => { if (document.hidden) keep(); });

  const back = box.querySelector('[data-put-back]');
  if (back) {
    back.hidden = false;
    back.addEventListener('click', () => {
      for (const kept of box.querySelectorAll('[data-field]')) {
        const field = form.elements[kept.dataset.field];
        if (!field) continue;
        const boxes = (field.type ? [field] : [...field]).filter((one) => /radio|checkbox/.test(one.type));
        for (const one of boxes) one.checked = kept.textContent.split('\n').includes(one.value);
        if (!boxes.length) field.value = kept.textContent;
      }
      box.querySelector('[data-kept]').remove();
      for (const name of ['_form', '_back']) form.elements[name]?.remove();
      form.querySelector('textarea, input:not([type=hidden])')?.focus();
    });
  }
}
