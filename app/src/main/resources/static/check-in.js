// The check-in works without this. With it, Enter goes on, and what was said is shown in the same document, so that Back
// leads to the answers and nothing has to be asked again. Answers live in the page alone.
const form = document.querySelector('[data-check-in]');

form?.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || !event.target.matches('input')) return;
  event.preventDefault();
  const ways = event.target.closest('.step').querySelectorAll('[data-on], [type=submit]');
  [...ways].find((way) => way.offsetParent)?.click();
});

// "None of these" and the signs answer each other.
form?.addEventListener('change', ({ target }) => {
  if (target.type !== 'checkbox' || !target.checked) return;
  const none = target.value === 'unsaid';
  for (const other of form.querySelectorAll(`[name=${target.name}]`)) {
    if (other !== target && (none || other.value === 'unsaid')) other.checked = false;
  }
});

const printable = () => document.querySelectorAll('[data-print]').forEach((button) => {
  button.hidden = false;
  button.onclick = () => print();
});
printable();

if (form) {
  const title = document.title;
  const waiting = document.querySelector('[data-waiting]');
  const said = document.createElement('section');
  said.id = 'said';
  said.className = 'step';
  form.after(said);

  addEventListener('hashchange', () => {
    if (location.hash !== '#said') document.title = title;
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    waiting.hidden = false;
    try {
      const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
      if (!answer.ok) throw new Error();
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      said.replaceChildren(...page.querySelector('#main .body').childNodes);
      printable();
      location.hash = '#said';
      document.title = page.title;
      said.querySelector('h1').focus();
    } catch {
      form.submit();
    }
    waiting.hidden = true;
  });
  said.addEventListener('submit', (event) => {
    if (!event.target.matches('[data-change]')) return;
    event.preventDefault();
    location.hash = '#q1';
  });
}
