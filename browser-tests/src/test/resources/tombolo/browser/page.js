// What the gate asks of a page that axe and Nu do not. Returns a list of sentences, empty when all is well.
(asked) => {
  const found = [];
  const all = (selector) => [...document.querySelectorAll(selector)];
  const shown = (element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
  const name = (element) => element.outerHTML.replace(/\s+/g, ' ').slice(0, 120);

  const known = new Map();
  const rgba = (colour) => known.get(colour) ?? known.set(colour, painted(colour)).get(colour);
  const painted = (colour) => {
    const canvas = (painted.canvas ??= new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true }));
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return { r, g, b, a: a / 255 };
  };
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = rgba(getComputedStyle(at).backgroundColor);
      if (colour.a > 0.95) return colour;
    }
    return matchMedia('(prefers-color-scheme: dark)').matches ? rgba('#121212') : rgba('white');
  };
  const light = ({ r, g, b }) => {
    const part = (value) => (value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const contrast = (one, other) => {
    const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  };

  if (asked.once) {
    const headings = all('h1').filter(shown);
    if (headings.length !== 1) found.push(`has ${headings.length} h1, not one`);
    if (!document.title.trim()) found.push('has no title');
    if (!document.documentElement.lang) found.push('has no lang');
    if (all('main').length !== 1) found.push(`has ${all('main').length} main, not one`);
    all('[style]:not([style=""])').forEach((e) => found.push(`has an inline style: ${name(e)}`));
    all('style, script:not([src])').forEach((e) => found.push(`has an inline ${e.tagName.toLowerCase()}`));
    all('*').forEach((e) => [...e.attributes].filter((a) => /^on/i.test(a.name)).forEach((a) =>
      found.push(`has an inline ${a.name}: ${name(e)}`)));
    all('[role=button], [role=link], [role=checkbox], [role=slider], a:not([href])').filter((e) => shown(e) && e.tabIndex < 0).forEach((e) =>
      found.push(`can be pressed but not reached by keys: ${name(e)}`));
    all('[tabindex]').filter((e) => e.tabIndex > 0).forEach((e) => found.push(`has a tabindex above 0: ${name(e)}`));
    if (/^[/](my|desk)/.test(location.pathname)) all('form[method="post" i]').filter((f) => !f.elements.namedItem('_csrf')).forEach((f) =>
      found.push(`has a form without _csrf: ${name(f)}`));
    all('form input:not([type=hidden]):not([type=submit]):not([type=button]), form select, form textarea')
      .filter((field) => shown(field) && !field.labels?.length && !field.ariaLabel && !field.getAttribute('aria-labelledby'))
      .forEach((field) => found.push(`has a field without a label: ${name(field)}`));
  }

  if (asked.fits) {
    const room = document.documentElement.clientWidth;
    const spread = document.documentElement.scrollWidth;
    const rightToLeft = getComputedStyle(document.documentElement).direction === 'rtl';
    const beyond = (e) => (rightToLeft ? -e.getBoundingClientRect().left : e.getBoundingClientRect().right - room);
    if (spread > room) {
      const widest = all('body *').filter((e) => shown(e) && beyond(e) > 0.5).sort((a, b) => beyond(b) - beyond(a))[0];
      found.push(`scrolls sideways at ${room} px: ${spread} px wide${widest ? ', by ' + name(widest) : ''}`);
    }
  }

  if (asked.targets) {
    all('button, input[type=submit], input[type=button], [role=button], summary').filter(shown).forEach((e) => {
      const box = e.getBoundingClientRect();
      if (box.width > 1 && (box.height < 43.5 || box.width < 43.5)) {
        found.push(`has a target of ${Math.round(box.width)}×${Math.round(box.height)} px, under 44: ${name(e)}`);
      }
    });
  }

  if (asked.colours) {
    all('input:not([type=hidden]):not([type=submit]):not([type=button]):not([type=range]), select, textarea')
      .filter(shown)
      .forEach((field) => {
        const style = getComputedStyle(field);
        if (style.appearance === 'auto' || style.opacity === '0') return;
        const around = behind(field.parentElement);
        const edge = parseFloat(style.borderBottomWidth) > 0 ? contrast(rgba(style.borderBottomColor), around) : 1;
        const fill = contrast(behind(field), around);
        if (Math.max(edge, fill) < 3) found.push(`has a field edge of ${edge.toFixed(2)}:1, under 3: ${name(field)}`);
      });
    const before = document.activeElement;
    all('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')
      .filter((e) => shown(e) && !e.disabled)
      .forEach((e) => {
        e.focus({ focusVisible: true, preventScroll: true });
        if (document.activeElement !== e) return void found.push(`cannot be reached by keys: ${name(e)}`);
        const holders = [e, e.parentElement, e.nextElementSibling, ...(e.labels ?? []), ...e.querySelectorAll('*')];
        const seen = holders.filter(Boolean).some((holder) => {
          const style = getComputedStyle(holder);
          const around = behind(holder.parentElement ?? holder);
          const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
            && (style.outlineColor === 'auto' || contrast(rgba(style.outlineColor), around) >= 3
              || contrast(rgba(style.outlineColor), behind(holder)) >= 3);
          const stroked = holder instanceof SVGElement && parseFloat(style.strokeWidth) >= 2
            && style.stroke !== 'none' && contrast(rgba(style.stroke), around) >= 3;
          return outlined || stroked || style.boxShadow !== 'none';
        });
        if (!seen) found.push(`shows no focus on: ${name(e)}`);
      });
    document.activeElement?.blur?.();
    if (before !== document.body) before?.focus?.({ preventScroll: true });
  }

  if (asked.language) {
    const root = document.documentElement;
    if (root.lang !== asked.language) found.push(`says it is in '${root.lang}', not '${asked.language}'`);
    const way = asked.language.startsWith('ar') ? 'rtl' : 'ltr';
    if (root.dir !== way) found.push(`runs ${root.dir || 'nowhere'}, not ${way}`);
    if (asked.words) {
      const plain = /[A-Za-z]{2,}(?:[ ,.:;’'-]+[A-Za-z]{2,}){2}/;
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const holder = text.parentElement;
        const someonesOwn = holder.closest('bdi, [dir=auto], svg .own, textarea, script, style, [translate=no]');
        const otherTongue = holder.closest('[lang]') !== root;
        if (!someonesOwn && !otherTongue && shown(holder) && plain.test(text.data)) {
          found.push(`has words of its own, not from the texts: "${text.data.trim().slice(0, 80)}"`);
        }
      }
    }
  }
  return [...new Set(found)];
}
