// <ypq-chart data-kind data-module>: draws the JSON inside it; its table stays open when nothing can be drawn.
customElements.define('ypq-chart', class extends HTMLElement {
  async connectedCallback() {
    const plot = this.querySelector('.plot');
    let module;
    try { module = await import(this.dataset.module); } catch { this.classList.add('is-off'); return; }
    if (!this.isConnected || this.chart) return;
    plot.replaceChildren();
    this.classList.add('is-on');
    this.chart = module.draw(plot, this.dataset.kind, JSON.parse(this.querySelector('script').textContent), visit);
    this.observer = new ResizeObserver(() => this.chart.resize());
    this.observer.observe(plot);
    this.redraw = () => this.chart.redraw();
    addEventListener('y-theme', this.redraw);
    const table = this.parentElement.querySelector('details[data-chart-table]');
    if (table && !this.dataset.seen) table.open = false;
    this.dataset.seen = 'true';
  }

  disconnectedCallback() {
    if (!this.chart) return;
    removeEventListener('y-theme', this.redraw);
    this.observer.disconnect();
    this.chart.dispose();
    this.chart = null;
    this.classList.remove('is-on');
  }
});

const visit = href => { if (new URL(href, location.href).origin === location.origin) window.Turbo.visit(href); };
