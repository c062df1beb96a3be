// <ypq-refresh data-seconds>: reads the page anew by itself, for a screen on the wall.
customElements.define('ypq-refresh', class extends HTMLElement {
  connectedCallback() { this.timer = setTimeout(() => window.Turbo.visit(location.href, { action: 'replace' }), 1000 * this.dataset.seconds); }

  disconnectedCallback() { clearTimeout(this.timer); }
});
