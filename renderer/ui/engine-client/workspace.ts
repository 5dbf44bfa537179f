/** Which workspace this window looks at. Forgotten when the app is closed: it begins with the real one. */
const key = 'rapporteur.sample';

export function isSample(): boolean {
  return sessionStorage.getItem(key) !== null;
}

/** A fresh page with the sample casework in it, in a database of its own. */
export function enterSample(): void {
  sessionStorage.setItem(key, '');
  window.location.reload();
}

/** The next page is the real workspace again. */
export function forgetSample(): void {
  sessionStorage.removeItem(key);
}
