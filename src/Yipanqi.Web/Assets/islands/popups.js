// <details data-popup>: is moved into the window where it would open beyond its edge; closes on Escape, on a click elsewhere and before the page is kept for "back".
const edge = 8;
const open = () => document.querySelectorAll('details[data-popup][open]');

document.addEventListener('toggle', e => {
  const pop = e.target.open && e.target.matches('details[data-popup]') && e.target.querySelector('.y-pop');
  if (!pop) return;
  pop.style.translate = '';
  const { left, right } = pop.getBoundingClientRect();
  const room = document.documentElement.clientWidth - edge;
  const shift = left < edge ? edge - left : Math.min(0, room - right);
  if (shift) pop.style.translate = `${shift}px`;
}, true);

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
