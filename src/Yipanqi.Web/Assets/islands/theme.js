// The theme form works by itself; here the colours change at once and the server only remembers them.
document.addEventListener('submit', e => {
  const form = e.target.closest('form[data-theme-form]');
  if (!form) return;
  e.preventDefault();
  e.stopImmediatePropagation();
  const root = document.documentElement, to = form.elements.to;
  const body = new URLSearchParams(new FormData(form));
  root.dataset.bsTheme = to.value;
  to.value = to.value === 'dark' ? 'light' : 'dark';
  dispatchEvent(new Event('y-theme'));
  fetch(form.action, { method: 'POST', body, redirect: 'manual' });
}, true);
