// <input type=file data-most>: says at once which file is too large or that there are too many; nothing is sent, and what was typed stays.
function fault({ files, dataset }) {
  if (files.length > +dataset.files) return dataset.many;
  const large = [...files].find(f => f.size > +dataset.most);
  return large ? dataset.large.replace('{0}', () => large.name) : '';
}

function isFine(input) {
  const text = fault(input), field = input.closest('.y-field');
  field?.querySelector('.invalid-feedback')?.remove();
  input.classList.toggle('is-invalid', text !== '');
  if (text === '') input.removeAttribute('aria-invalid'); else input.setAttribute('aria-invalid', 'true');
  if (text === '' || !field) return true;
  const said = document.createElement('div');
  said.className = 'invalid-feedback';
  said.setAttribute('role', 'alert');
  said.textContent = text;
  field.append(said);
  return false;
}

document.addEventListener('change', e => { if (e.target.matches('input[type=file][data-most]')) isFine(e.target); });

document.addEventListener('submit', e => {
  const wrong = [...e.target.querySelectorAll('input[type=file][data-most]')].filter(i => fault(i) !== '');
  if (wrong.length === 0) return;
  e.preventDefault();
  e.stopImmediatePropagation();
  wrong.forEach(isFine);
  wrong[0].focus();
}, true);
