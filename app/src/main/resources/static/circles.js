// Moves people on the circles without leaving the page: by dragging, by tapping a person and then a ring, with the arrow
// keys, or with the buttons. All of them send what the buttons send, and without this file the buttons are enough.
const RINGS = ['very-close', 'close', 'further-out'];
const PARTS = ['family', 'friends', 'work', 'others'];
const FAR = 6; // how far a finger wanders before it is dragging, in pixels
const SURE = 12; // how far into another part of life somebody must be dropped to belong there, in degrees
const said = document.getElementById('said');
const circles = () => document.getElementById('circles');
const picture = () => document.querySelector('svg.circles');
const numbers = (text) => text.split(' ').map(Number);
const read = (who) => {
  const [id, version, now, wished, part] = who.dataset.move.split('.');
  return { id, version, now, wished, part };
};
let chosen = ''; // whom the next tap on a ring moves
let work = Promise.resolve(); // one thing after the other, each with the newest version
let held = null;

function show(html, focus) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const fresh = page.getElementById('circles');
  if (!fresh) return false;
  const news = (page.querySelector('.notice') ?? page.getElementById('last'))?.textContent.trim() ?? '';
  const open = [...circles().querySelectorAll('details[open][id]')].map((details) => details.id);
  const adding = circles().querySelector('form.adding'); // names half typed stay as they are
  if (adding) fresh.querySelector('form.adding')?.replaceWith(adding);
  circles().replaceWith(document.adoptNode(fresh));
  open.forEach((id) => document.getElementById(id)?.setAttribute('open', ''));
  const target = focus.map((id) => document.getElementById(id)).find(Boolean);
  target?.focus({ preventScroll: true });
  said.textContent = news;
  return true;
}

function send(form, name, value, ...focus) {
  const body = new URLSearchParams(new FormData(form));
  if (name) body.set(name, value);
  return fetch(form.action, { method: 'POST', body })
    .then(async (answer) => {
      if (answer.ok && show(await answer.text(), focus)) return;
      const field = document.createElement('input'); // let the browser show what the server has to say
      Object.assign(field, { type: 'hidden', name, value });
      if (name) form.append(field);
      form.submit();
    })
    .catch(() => { said.textContent = ''; said.textContent = said.dataset.offline; });
}

function move(id, change) {
  work = work.then(() => {
    const who = document.getElementById('dot-' + id);
    if (!who) return;
    const from = read(who);
    const to = { ...from, ...change(from) };
    const value = [to.id, to.version, to.now, to.wished === to.now ? 'none' : to.wished, to.part].join('.');
    if (value !== who.dataset.move) return send(document.getElementById('moves'), 'move', value, 'dot-' + id, 'row-' + id);
  });
}

function choose(who) {
  const { id } = read(who);
  const to = who.getAttribute('href'); // an anchor inside a picture keeps an object in .href
  work = work.then(() => fetch(to)).then((answer) => answer.text()).then((html) => {
    if (!show(html, ['dot-' + id])) location.assign(to);
    chosen = id;
    history.replaceState(null, '', to);
    said.textContent = circles().dataset.armed.replace('{0}', document.getElementById('panel-name')?.textContent ?? '');
  }).catch(() => location.assign(to));
}

/** Where in the picture a pointer is: on which ring, if any, and in which direction. */
function spot(event) {
  const svg = picture();
  const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
  const away = Math.hypot(x, y);
  const lines = numbers(svg.dataset.lines);
  const ring = lines.findIndex((line, i) => away <= line + (i === 2 ? 25 : 0));
  return { x, y, ring: RINGS[ring], angle: (Math.atan2(y, x) * 180) / Math.PI };
}

function part(angle, own) {
  const from = numbers(picture().dataset.parts);
  const inside = (i, margin) => {
    const wide = (from[(i + 1) % 4] - from[i] + 360) % 360;
    return (angle - from[i] + margin + 720) % 360 <= wide + 2 * margin;
  };
  return inside(PARTS.indexOf(own), SURE) ? own : PARTS.find((_, i) => inside(i, 0)) ?? own;
}

function letGo() {
  if (!held) return;
  held.who.classList.remove('held');
  held.who.setAttribute('transform', held.at);
  mark();
  held = null;
}

function mark(ring) {
  document.querySelectorAll('.ring').forEach((line) => line.classList.toggle('here', line.classList.contains(ring)));
}

document.addEventListener('pointerdown', (event) => {
  const who = event.target.closest?.('svg .who[data-move]');
  if (who && event.button === 0) held = { who, at: who.getAttribute('transform'), x: event.clientX, y: event.clientY, far: false };
});
document.addEventListener('pointermove', (event) => {
  if (!held) return;
  if (!held.far && Math.hypot(event.clientX - held.x, event.clientY - held.y) < FAR) return;
  if (!held.far) {
    held.far = true;
    held.who.setPointerCapture(event.pointerId);
    held.who.classList.add('held');
  }
  const { x, y, ring } = spot(event);
  held.who.setAttribute('transform', `translate(${Math.round(x)} ${Math.round(y)})`);
  mark(ring);
});
document.addEventListener('pointerup', (event) => {
  if (!held) return;
  const { who, far } = held;
  if (!far) { held = null; return; }
  const { ring, angle } = spot(event);
  letGo();
  const guard = (click) => { click.preventDefault(); click.stopPropagation(); };
  who.addEventListener('click', guard, { once: true, capture: true });
  setTimeout(() => who.removeEventListener('click', guard, { capture: true }), 50); // the click after a drag comes at once, if it comes
  if (ring) move(read(who).id, (from) => ({ now: ring, part: part(angle, from.part) }));
});
document.addEventListener('pointercancel', letGo);
document.addEventListener('dragstart', (event) => { if (event.target.closest?.('.who')) event.preventDefault(); });

document.addEventListener('click', (event) => {
  const who = event.target.closest('.who[data-move]');
  if (who && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    choose(who);
  } else if (!who && chosen && event.target.closest('svg.circles')) {
    const { ring } = spot(event);
    if (ring) move(chosen, () => ({ now: ring }));
    chosen = '';
  }
});

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') letGo();
  const who = event.target.closest?.('.who[data-move]');
  if (!who || event.ctrlKey || event.altKey || event.metaKey) return;
  const { id } = read(who);
  const turn = (by) => (from) => ({ part: PARTS[(PARTS.indexOf(from.part) + by + 4) % 4] });
  const step = (by) => (from) => {
    const ring = RINGS.indexOf(from.now);
    if (ring < 0) return by < 0 ? { now: RINGS[2] } : {};
    return { now: RINGS[Math.min(2, Math.max(0, ring + by))] };
  };
  const keys = { ArrowUp: step(-1), ArrowDown: step(1), ArrowLeft: turn(-1), ArrowRight: turn(1) };
  if (keys[event.key]) {
    event.preventDefault();
    move(id, keys[event.key]);
  } else if (event.key === 'Enter') {
    event.preventDefault();
    location.assign(document.querySelector(`#row-${CSS.escape(id)} a`).href);
  } else if (event.key === ' ') {
    event.preventDefault();
    choose(who);
  }
});

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!form.matches('form[data-stay]')) return;
  event.preventDefault();
  const button = event.submitter;
  const row = button?.closest('li')?.id ?? '';
  work = work.then(() => send(form, button?.name, button?.value, button?.id ?? '', row, 'last'));
});
