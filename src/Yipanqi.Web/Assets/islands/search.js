// "/" goes to the search field of the page, unless something is being typed.
document.addEventListener('keydown', e => {
  if (e.key !== '/' || e.ctrlKey || e.metaKey || e.altKey || e.target.closest('input, textarea, select, [contenteditable], dialog')) return;
  const field = [...document.querySelectorAll('form[role=search] input[type=search]')].find(f => f.offsetParent);
  if (!field) return;
  e.preventDefault();
  field.focus();
  field.select();
});
