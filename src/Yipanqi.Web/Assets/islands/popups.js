// <details data-popup>: closes on Escape, on a click elsewhere and before the page is kept for "back".
const open = () => document.querySelectorAll('details[data-popup][open]');

document.addEventListener('click', e => {
  for (const d of open()) if (!d.contains(e.target) || e.target.closest('[data-close]')) d.open = false;
});

document.addEventListener('keydown', e => {
  if (e.key !== 'Escape') return;
  for (const d of open()) {
    const inside = d.contains(document.activeElement);
    d.open = false;
    if (inside) d.querySelector('summary').focus();
  }
});

document.addEventListener('turbo:before-cache', () => { for (const d of open()) d.open = false; });
