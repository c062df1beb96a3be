// <ypq-weights>: shares among siblings and in the index follow while one types weights. Saving works out the same on the server.
const percent = share => `${(100 * share).toFixed(2)}%`;

customElements.define('ypq-weights', class extends HTMLElement {
  connectedCallback() {
    this.work ??= () => this.show();
    this.addEventListener('input', this.work);
    this.show();
  }

  disconnectedCallback() { this.removeEventListener('input', this.work); }

  show() {
    const rows = [...this.querySelectorAll('tr[data-code]')];
    const weight = row => { const x = +row.querySelector('input')?.value; return x > 0 ? x : 0; };
    const sums = {}, shares = {}, tracks = { Party: 0, Business: 0 };
    for (const row of rows) sums[row.dataset.parent] = (sums[row.dataset.parent] ?? 0) + weight(row);
    for (const row of rows) { // parents stand before their children
      const { code, parent, track } = row.dataset;
      const part = parent ? (sums[parent] ? weight(row) / sums[parent] : 0) : 1;
      shares[code] = part * (parent ? shares[parent] : 1);
      if (parent) row.querySelector('[data-of-siblings]').textContent = percent(part);
      row.querySelector('[data-of-all]').textContent = percent(shares[code]);
      if (track) tracks[track] += weight(row);
    }
    const total = sums[rows[0]?.dataset.code] || 1;
    for (const [track, sum] of Object.entries(tracks)) this.querySelector(`[data-sum="${track}"]`).textContent = percent(sum / total);
    const verdict = this.querySelector('[data-verdict]');
    verdict.textContent = Math.abs(tracks.Party - tracks.Business) < 5e-7 ? verdict.dataset.equal : verdict.dataset.unequal;
  }
});
