// What a page offers to the keyboard, and what becomes of it while Tab is pressed. Loaded by KeyboardWalk.
(() => {
  const kinds = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex], [role=button], [role=link], [role=checkbox], [role=tab], [role=menuitem], [role=combobox], [onclick]';
  const shown = e => e.checkVisibility({ visibilityProperty: true }) && !e.closest('[inert]') && !e.matches(':disabled');
  // Of radio buttons of one name, the chosen one or else the first stands for all: arrows do the rest.
  const stands = e => e.type !== 'radio' || !e.name || e === ([...document.getElementsByName(e.name)].find(r => r.checked) ?? document.getElementsByName(e.name)[0]);
  const wanted = () => [...document.querySelectorAll(kinds)].filter(e => shown(e) && stands(e) && e.getAttribute('tabindex') !== '-1');
  const ring = e => {
    const s = getComputedStyle(e), outline = s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0 && s.outlineColor !== 'rgba(0, 0, 0, 0)';
    return { outline, shadow: s.boxShadow };
  };
  const told = e => e.outerHTML.replace(/\s+/g, ' ').slice(0, 140);
  let all = [], rest = [], seen = [], faults = [];

  document.addEventListener('focusin', e => {
    const at = all.indexOf(e.target);
    if (at < 0 || seen.includes(at)) return;
    const now = ring(e.target), label = e.target.matches('.y-file') ? ring(e.target.nextElementSibling) : now;
    if (!now.outline && !label.outline && (now.shadow === 'none' || now.shadow === rest[at].shadow)) faults.push(`no visible focus: ${told(e.target)}`);
    if (seen.length && at < seen[seen.length - 1]) faults.push(`out of order: ${told(e.target)}`);
    seen.push(at);
  });

  // A ring that fades in would be looked at before it is there.
  const still = () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('*, *::before, *::after { transition: none !important; animation: none !important; }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  };

  window.keyboard = {
    // How often Tab has to be pressed: a date has parts of its own.
    begin() {
      this.toTop();
      still();
      [all, seen, faults] = [wanted(), [], []];
      rest = all.map(ring);
      return all.length + 4 * all.filter(e => ['date', 'time', 'month', 'file'].includes(e.type)).length;
    },
    // The next Tab begins at the head of the page, wherever one stood.
    toTop() {
      const start = document.createElement('span');
      start.tabIndex = -1;
      document.body.prepend(start);
      start.focus();
      start.remove();
    },
    end() {
      const left = all.filter((e, i) => !seen.includes(i) && e.isConnected);
      return [...faults, ...left.map(e => `not reached: ${told(e)}`)];
    },
    structure() {
      const found = [], main = document.querySelector('main') ?? document.body;
      let level = 0;
      for (const h of main.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
        if (!shown(h)) continue;
        const own = +h.tagName[1];
        if (own > level + 1) found.push(`heading ${own} after ${level}: ${told(h)}`);
        level = own;
      }
      for (const t of document.querySelectorAll('table'))
        if (shown(t) && t.getAttribute('role') !== 'presentation' && !t.querySelector('th[scope=col], th[role=columnheader]')) found.push(`table without heads: ${told(t)}`);
      const live = '[role=status], [role=alert], [role=log], [aria-live]:not([aria-live=off])';
      for (const n of document.querySelectorAll('.y-notice, div.toast, [data-progress-text], [data-bulk-count]'))
        if (!n.closest(live)) found.push(`says nothing aloud: ${told(n)}`);
      return found;
    },
  };
})();
