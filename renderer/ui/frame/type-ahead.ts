/** A page that has no field to write in after this long has none to offer, milliseconds. */
const patience = 2_000;
/** Whoever has begun to type is waited for longer: what was typed is not lost to a slow laptop. */
const patienceWithText = 60_000;

export function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA'].includes(target.tagName));
}

/**
 * Catches what is typed while a new page is on its way and puts it where the page lets one write,
 * so that nobody has to wait for the screen: Ctrl+N and the first word may be one movement. A field
 * that nobody sees takes the text meanwhile, in whatever way it is typed: dead keys and input methods too.
 */
export function catchTyping(): void {
  const before = document.activeElement;
  const catcher = unseenField();
  const began = performance.now();
  const end = () => {
    document.removeEventListener('focusin', look);
    clearInterval(ticking);
    const text = catcher.value;
    // It may be called again before the page has settled.
    catcher.value = '';
    const wasHere = document.activeElement === catcher;
    catcher.remove();
    if (wasHere && before instanceof HTMLElement) before.focus();
    else if (text !== '') document.execCommand('insertText', false, text);
  };
  const look = () => {
    const now = document.activeElement;
    // In front of the next key, and after whoever set the focus has set the caret too.
    if (now !== catcher && now !== before && isWriting(now)) queueMicrotask(end);
    else if (performance.now() - began >= (catcher.value === '' ? patience : patienceWithText)) end();
  };
  document.addEventListener('focusin', look);
  const ticking = setInterval(look, 250);
  document.body.append(catcher);
  catcher.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    catcher.value = '';
    end();
  });
  catcher.focus({ preventScroll: true });
}

function unseenField(): HTMLTextAreaElement {
  const field = document.createElement('textarea');
  field.tabIndex = -1;
  field.setAttribute('aria-hidden', 'true');
  Object.assign(field.style, { position: 'fixed', insetBlockStart: '0', insetInlineStart: '0', inlineSize: '1px', blockSize: '1px', opacity: '0', border: '0', padding: '0', pointerEvents: 'none' });
  return field;
}
