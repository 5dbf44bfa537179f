/** What of an element is read or heard by a person. */
const spoken = new Set(['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'alt', 'description', 'label', 'placeholder', 'title']);

/** Methods that write a number or a day without the language of the settings, and what does it with. */
const unspoken: ReadonlyMap<string, string> = new Map([
  ['toFixed', 'numberInWords'],
  ['toLocaleString', 'numberInWords'],
  ['toLocaleDateString', 'dayInWords'],
  ['toLocaleTimeString', 'timeInWords'],
]);

/** Only what a person sees is said in the languages of the interface. */
export function isShown(file: string): boolean {
  return file.startsWith('renderer/ui/') && !/\.test\.tsx?$/.test(file);
}

/** What is wrong with a text that stands in the code itself, or `undefined`. Signs and numbers are everybody's. */
export function refuseText(text: string): string | undefined {
  return /\p{L}/u.test(text) ? `Said only in one language: "${text.trim().slice(0, 40)}" belongs into renderer/ui/words.` : undefined;
}

/** The same for an attribute; those that nobody reads are left alone. */
export function refuseAttribute(name: string, text: string): string | undefined {
  return spoken.has(name) ? refuseText(text) : undefined;
}

/** What is wrong with calling a method of that name in the interface, or `undefined`. */
export function refuseMethod(name: string): string | undefined {
  const better = unspoken.get(name);
  return better === undefined ? undefined : `${name} does not know the language of the settings: ${better} of renderer/ui/words does.`;
}
