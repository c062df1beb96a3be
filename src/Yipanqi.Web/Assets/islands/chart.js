// <ypq-chart data-kind data-module>: draws the JSON inside it when it is about to be seen, at the latest a while after the page stands, so that
// it is there when the page is printed; its table stays open when nothing can be drawn.
const LATEST = 2500;

customElements.define('ypq-chart', class extends HTMLElement {
  connectedCallback() {
    this.table = this.parentElement.querySelector('details[data-chart-table]');
    if (this.table && !this.dataset.seen) this.table.open = false;
    this.dataset.seen = 'true';
    this.draw = () => { this.cancel(); this.drawNow(); };
    this.cancel = () => { this.sight.disconnect(); clearTimeout(this.later); removeEventListener('beforeprint', this.draw); };
    this.later = setTimeout(this.draw, LATEST);
    this.sight = new IntersectionObserver(seen => seen.some(s => s.isIntersecting) && this.draw(), { rootMargin: '400px' });
    this.sight.observe(this);
    addEventListener('beforeprint', this.draw);
  }

  async drawNow() {
    const plot = this.querySelector('.plot');
    let module;
    try { module = await import(this.dataset.module); } catch { this.classList.add('is-off'); if (this.table) this.table.open = true; return; }
    if (!this.isConnected || this.chart) return;
    plot.replaceChildren();
    this.classList.add('is-on');
    this.chart = module.draw(plot, this.dataset.kind, JSON.parse(this.querySelector('script').textContent), visit);
    let width = plot.clientWidth;
    this.observer = new ResizeObserver(() => {
      if (plot.clientWidth === width) return; // the first call reports the size already drawn
      width = plot.clientWidth;
      this.chart.resize();
    });
    this.observer.observe(plot);
    this.redraw = () => this.chart.redraw();
    addEventListener('y-theme', this.redraw);
  }

  disconnectedCallback() {
    this.cancel();
    if (!this.chart) return;
    removeEventListener('y-theme', this.redraw);
    this.observer.disconnect();
    this.chart.dispose();
    this.chart = null;
    this.classList.remove('is-on');
  }
});

const visit = href => { if (new URL(href, location.href).origin === location.origin) window.Turbo.visit(href); };
