/** A page that has no field to write in after this long has none to offer. */
const patience = 2000;

export function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA'].includes(target.tagName));
}

/**
 * Catches what is typed while a new page is on its way and puts it where the page lets one write,
 * so that nobody has to wait for the screen: Ctrl+N and the first word may be one movement.
 */
export function catchTyping(): void {
  const before = document.activeElement;
  const until = performance.now() + patience;
  let text = '';
  const arrived = () => isWriting(document.activeElement) && document.activeElement !== before;
  const end = () => {
    window.removeEventListener('keydown', press, { capture: true });
    if (text !== '' && arrived()) document.execCommand('insertText', false, text);
    text = '';
  };
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1) return;
    // What was caught comes before this key.
    if (arrived()) return end();
    event.preventDefault();
    text += event.key;
  };
  const look = () => {
    if (arrived() || performance.now() >= until) end();
    else requestAnimationFrame(look);
  };
  window.addEventListener('keydown', press, { capture: true });
  look();
}
