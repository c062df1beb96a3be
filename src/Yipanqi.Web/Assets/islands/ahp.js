// <ypq-ahp data-n data-ri>: weights, consistency and the judgement to look at first, while one chooses. Saving works out the same on the server.
const settled = 1e-13;

const rescale = w => { const sum = w.reduce((t, x) => t + x, 0); return w.map(x => x / sum); };
const times = (a, w) => a.map(row => row.reduce((t, x, j) => t + x * w[j], 0));

// Power iteration from the geometric means of the rows, as the engine does it.
export function solve(a) {
  let w = rescale(a.map(row => Math.exp(row.reduce((t, x) => t + Math.log(x), 0) / a.length)));
  for (let step = 0, last = Infinity; step < 10000; step++) {
    const next = rescale(times(a, w));
    const change = Math.max(...next.map((x, i) => Math.abs(x - w[i])));
    w = next;
    if (change === 0 || (change < settled && change >= last)) break;
    last = change;
  }
  const lambda = times(a, w).reduce((t, x) => t + x, 0);
  return { weights: w, index: a.length <= 2 ? 0 : Math.max(0, (lambda - a.length) / (a.length - 1)) };
}

export function worst(a, w) {
  let found = null, largest = 1e-9;
  for (let i = 0; i < a.length; i++) {
    for (let j = i + 1; j < a.length; j++) {
      const distance = Math.abs(Math.log(a[i][j] / (w[i] / w[j])));
      if (distance > largest) { largest = distance; found = { i, j, implied: w[i] / w[j] }; }
    }
  }
  return found;
}

const text = step => (step < 0 ? `1/${-step}` : `${step}`);

function nearest(ratio) {
  const step = Math.min(9, Math.max(1, Math.round(ratio >= 1 ? ratio : 1 / ratio)));
  return ratio >= 1 || step === 1 ? step : -step;
}

customElements.define('ypq-ahp', class extends HTMLElement {
  connectedCallback() {
    this.work ??= () => this.show();
    this.addEventListener('change', this.work);
    this.show();
  }

  disconnectedCallback() { this.removeEventListener('change', this.work); }

  show() {
    const n = +this.dataset.n, a = Array.from({ length: n }, () => Array(n).fill(1)), steps = {};
    for (const select of this.querySelectorAll('select[data-i]')) {
      const { i, j } = select.dataset, step = +select.value;
      a[i][j] = step < 0 ? 1 / -step : step;
      a[j][i] = 1 / a[i][j];
      steps[`${i}-${j}`] = step;
      this.querySelector(`[data-rec="${j}-${i}"]`).textContent = text(step === 1 ? 1 : -step);
    }
    const { weights, index } = solve(a);
    weights.forEach((x, i) => {
      this.querySelector(`[data-w="${i}"]`).textContent = `${(100 * x).toFixed(2)}%`;
      this.querySelector(`[data-b="${i}"]`).setAttribute('width', `${100 * x}%`);
    });
    this.judge(n <= 2 ? 0 : this.dataset.ri ? index / this.dataset.ri : NaN, worst(a, weights), steps);
  }

  judge(ratio, odd, steps) {
    const { limit, fits, clashes, untold, worstText } = this.dataset, fine = ratio <= +limit;
    this.querySelector('[data-cr]').textContent = Number.isNaN(ratio) ? '–' : ratio.toFixed(3);
    this.querySelector('[data-say]').textContent = Number.isNaN(ratio) ? untold : fine ? fits : clashes;
    for (const cell of this.querySelectorAll('td.is-odd')) cell.classList.remove('is-odd');
    const names = [...this.querySelectorAll('[data-name]')].map(h => h.dataset.name);
    const words = odd ? [names[odd.i], names[odd.j], text(steps[`${odd.i}-${odd.j}`]), text(nearest(odd.implied)), odd.implied.toFixed(2)] : [];
    this.querySelector('[data-worst]').textContent = odd ? worstText.replace(/\{(\d)\}/g, (_, k) => words[k]) : '';
    if (odd && !fine) this.querySelector(`select[data-i="${odd.i}"][data-j="${odd.j}"]`).parentElement.classList.add('is-odd');
  }
});
