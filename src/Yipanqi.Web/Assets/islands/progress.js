// <ypq-progress data-stream>: follows long work over server-sent events; when it ends the page is loaded once more, with the result.
customElements.define('ypq-progress', class extends HTMLElement {
  connectedCallback() {
    this.source = new EventSource(this.dataset.stream);
    this.source.addEventListener('step', e => this.show(JSON.parse(e.data)));
    this.source.addEventListener('end', () => { this.close(); window.Turbo.visit(location.href, { action: 'replace' }); });
  }

  // Also called when Turbo leaves the page: the stream ends, the work goes on.
  disconnectedCallback() { this.close(); }

  close() { this.source?.close(); this.source = null; }

  show({ step, percent }) {
    this.querySelector('[data-progress-text]').textContent = step;
    this.querySelector('[data-progress-bar]').setAttribute('width', `${percent}%`);
    this.querySelector('[role=progressbar]').setAttribute('aria-valuenow', percent);
  }
});
