// <a data-choose="field id">: opens the chooser page in a dialog and takes over what is chosen there; without <dialog> the link is followed.
document.addEventListener('click', e => {
  const link = e.target.closest('a[data-choose]');
  if (!link || typeof HTMLDialogElement === 'undefined' || e.ctrlKey || e.metaKey || e.shiftKey) return;
  e.preventDefault();
  open(link);
});

function open(link) {
  const dialog = document.body.appendChild(document.createElement('dialog'));
  dialog.className = 'y-dialog';
  dialog.setAttribute('aria-label', link.dataset.title);
  const head = dialog.appendChild(Object.assign(document.createElement('div'), { className: 'y-dialog-head' }));
  head.append(Object.assign(document.createElement('h2'), { textContent: link.dataset.title }));
  const close = head.appendChild(Object.assign(document.createElement('button'), { type: 'button', className: 'btn btn-sm', textContent: link.dataset.close }));
  const frame = dialog.appendChild(document.createElement('turbo-frame'));
  frame.id = 'choose';
  frame.setAttribute('src', link.href);
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', e => {
    const pick = e.target.closest('a[data-pick-id]');
    if (!pick) return;
    e.preventDefault();
    const input = document.getElementById(link.dataset.choose);
    input.closest('ypq-combobox').pick(pick.dataset.pickId, pick.dataset.pickText);
    dialog.close();
    input.focus();
  });
  dialog.addEventListener('close', () => dialog.remove());
  dialog.showModal();
}

document.addEventListener('turbo:before-cache', () => document.querySelectorAll('dialog.y-dialog').forEach(d => d.remove()));
