// Up and down arrows move along a column of links or boxes in a table, as in a sheet.
document.addEventListener('keydown', e => {
  if (e.key !== 'ArrowDown' && e.key !== 'ArrowUp') return;
  const cell = e.target.closest('.y-table tbody :is(td, th)');
  if (!cell || e.target.closest('select, textarea, input:not([type=checkbox])')) return;
  let row = cell.parentElement;
  do { row = e.key === 'ArrowDown' ? row.nextElementSibling : row.previousElementSibling; }
  while (row && !row.cells[cell.cellIndex]?.querySelector('a, button, input'));
  if (!row) return;
  e.preventDefault();
  row.cells[cell.cellIndex].querySelector('a, button, input').focus();
});
