// <form data-bulk>: shows itself once a row is chosen and says how many; the box in the head chooses the page.
// The boxes are themselves named id, so form.id would be one of them.
const idOf = form => form.getAttribute('id');
const boxes = form => document.querySelectorAll(`input[name=id][form="${idOf(form)}"]`);

function count(form) {
  const all = [...boxes(form)], chosen = all.filter(b => b.checked);
  form.classList.toggle('is-on', chosen.length > 0);
  const words = form.querySelector('[data-bulk-count]');
  if (words) words.textContent = words.dataset.bulkCount.replace('{0}', chosen.length);
  for (const box of all) box.closest('tr')?.classList.toggle('is-sel', box.checked);
  const head = document.querySelector(`[data-all="${idOf(form)}"]`);
  if (head) { head.checked = all.length > 0 && chosen.length === all.length; head.indeterminate = chosen.length > 0 && chosen.length < all.length; }
}

const all = () => document.querySelectorAll('form[data-bulk]').forEach(count);

document.addEventListener('change', e => {
  const { all: of } = e.target.dataset;
  const form = of ? document.getElementById(of) : e.target.form;
  if (!form?.matches?.('[data-bulk]')) return;
  if (of) for (const box of boxes(form)) box.checked = e.target.checked;
  count(form);
});

document.addEventListener('click', e => {
  const form = e.target.closest('[data-bulk-none]')?.form;
  if (!form) return;
  for (const box of boxes(form)) box.checked = false;
  count(form);
});

document.addEventListener('turbo:load', all);
document.addEventListener('turbo:render', all);
