// <button data-print>: prints the page, with the tables behind the charts open.
addEventListener('click', e => { if (e.target.closest('[data-print]')) print(); });

addEventListener('beforeprint', () => { for (const d of document.querySelectorAll('details.y-behind:not([open])')) { d.open = true; d.dataset.printed = ''; } });

addEventListener('afterprint', () => { for (const d of document.querySelectorAll('details[data-printed]')) { d.open = false; delete d.dataset.printed; } });
