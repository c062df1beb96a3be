// <ypq-combobox data-source>: a list of suggestions under a text field, by the combobox pattern of ARIA. With a hidden field inside it
// chooses (text and id); without, it leads to the address of the line. The field works by itself where this does not run.
let count = 0;

customElements.define('ypq-combobox', class extends HTMLElement {
  connectedCallback() {
    if (this.list) return;
    this.input = this.querySelector('input:not([type=hidden])');
    this.chosen = this.querySelector('input[type=hidden]');
    this.listId = `combobox-${++count}`;
    this.list = this.appendChild(Object.assign(document.createElement('div'), { className: 'y-options', id: this.listId, hidden: true }));
    this.list.setAttribute('role', 'listbox');
    this.list.setAttribute('aria-label', this.dataset.list);
    this.status = this.appendChild(Object.assign(document.createElement('span'), { className: 'y-vh' }));
    this.status.setAttribute('role', 'status');
    const set = (name, value) => this.input.setAttribute(name, value);
    set('role', 'combobox'); set('aria-autocomplete', 'list'); set('aria-expanded', 'false'); set('aria-controls', this.listId); set('autocomplete', 'off');
    this.input.addEventListener('input', () => this.typed());
    this.input.addEventListener('keydown', e => this.key(e));
    this.input.addEventListener('blur', () => this.close());
    this.list.addEventListener('mousedown', e => e.preventDefault()); // keeps the focus in the field
    this.list.addEventListener('click', e => { const option = e.target.closest('[role=option]'); if (option) this.choose(option); });
  }

  disconnectedCallback() { clearTimeout(this.timer); this.asked?.abort(); }

  typed() {
    if (this.chosen) this.chosen.value = '';
    clearTimeout(this.timer);
    this.asked?.abort();
    const typed = this.input.value.trim();
    if (!typed || /^[ -~]$/.test(typed)) { this.close(); return; } // one letter says too little
    this.timer = setTimeout(() => this.ask(), 150);
  }

  async ask() {
    this.asked = new AbortController();
    const address = new URL(this.dataset.source, location.href);
    address.searchParams.set('q', this.input.value.trim());
    try {
      const answer = await fetch(address, { signal: this.asked.signal, headers: { Accept: 'application/json' } });
      if (answer.ok && !answer.redirected) this.show(await answer.json());
    } catch (e) { if (e.name !== 'AbortError') this.close(); }
  }

  show(lines) {
    if (document.activeElement !== this.input) return;
    if (!this.contains(this.list)) this.append(this.list, this.status); // a jump within the page was kept for "back" as well
    this.list.replaceChildren();
    let into = this.list, group;
    lines.forEach((line, i) => {
      if (line.group && line.group !== group) {
        group = line.group;
        into = this.list.appendChild(document.createElement('div'));
        into.setAttribute('role', 'group');
        into.setAttribute('aria-label', group);
        const head = into.appendChild(Object.assign(document.createElement('div'), { className: 'y-options-head', textContent: group }));
        head.setAttribute('aria-hidden', 'true');
      }
      const option = into.appendChild(Object.assign(document.createElement('div'), { id: `${this.listId}-${i}`, className: 'y-option' }));
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      option.append(Object.assign(document.createElement('span'), { textContent: line.text }));
      const note = [line.code, line.note].filter(Boolean).join(' · ');
      if (note) option.append(Object.assign(document.createElement('small'), { textContent: note }));
      option.line = line;
    });
    const none = lines.length === 0;
    this.status.textContent = none ? this.dataset.none : this.dataset.count.replace('{0}', lines.length);
    if (none) { this.close(); return; }
    this.list.hidden = false;
    this.list.scrollTop = 0;
    this.input.setAttribute('aria-expanded', 'true');
    this.mark(null);
  }

  get options() { return [...this.list.querySelectorAll('[role=option]')]; }

  mark(option) {
    this.options.forEach(o => o.setAttribute('aria-selected', String(o === option)));
    this.marked = option;
    if (option) { this.input.setAttribute('aria-activedescendant', option.id); option.scrollIntoView({ block: 'nearest' }); }
    else this.input.removeAttribute('aria-activedescendant');
  }

  key(e) {
    if (e.isComposing) return;
    const all = this.options, open = !this.list.hidden, at = all.indexOf(this.marked);
    if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
      if (!open) { if (e.key === 'ArrowDown' && this.input.value.trim()) this.ask(); return; }
      e.preventDefault();
      const step = e.key === 'ArrowDown' ? 1 : -1;
      this.mark(all[at < 0 ? (step > 0 ? 0 : all.length - 1) : (at + step + all.length) % all.length]);
    } else if (e.key === 'Enter' && open && this.marked) {
      e.preventDefault();
      this.choose(this.marked);
    } else if (e.key === 'Escape' && open) {
      e.preventDefault();
      e.stopPropagation();
      this.close();
    }
  }

  choose(option) {
    this.close();
    if (this.chosen) this.pick(option.line.id, option.line.text);
    else window.Turbo.visit(option.line.href);
  }

  pick(id, text) {
    this.input.value = text;
    this.chosen.value = id;
    this.input.dispatchEvent(new Event('change', { bubbles: true }));
  }

  close() {
    clearTimeout(this.timer);
    this.list.hidden = true;
    this.list.replaceChildren();
    this.input.setAttribute('aria-expanded', 'false');
    this.mark(null);
  }
});

// A page kept for "back" holds no open list, and no second one is made when it is shown again.
document.addEventListener('turbo:before-cache', () => {
  for (const box of document.querySelectorAll('ypq-combobox')) for (const made of box.querySelectorAll('.y-options, [role=status]')) made.remove();
});
