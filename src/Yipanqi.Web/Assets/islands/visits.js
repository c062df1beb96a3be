// Forms that leave Turbo aside (sign-out, downloads) are sent once; focus follows the reader to a new page or to its errors.
document.addEventListener('submit', e => {
  const form = e.target;
  if (form.dataset.turbo !== 'false' || form.method !== 'post') return;
  if (form.dataset.sent) { e.preventDefault(); return; }
  form.dataset.sent = 'true';
  setTimeout(() => delete form.dataset.sent, 4000);
});

let first = true;
const toErrors = () => document.querySelector('.y-errsum[data-focus]')?.focus();

document.addEventListener('turbo:load', () => {
  if (first) toErrors();
  else if (!location.hash && !document.querySelector('[autofocus]')) document.getElementById('main')?.focus({ preventScroll: true });
  first = false;
});
document.addEventListener('turbo:render', toErrors);
