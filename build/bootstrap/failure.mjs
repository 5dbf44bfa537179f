/** Something that the person at the keyboard can mend: what happened, and what to do. */
export class SetUpFailure extends Error {
  /**
   * @param {string} happened one sentence: what happened
   * @param {string} todo one sentence: what to do about it
   */
  constructor(happened, todo) {
    super(`${happened}\n  ${todo}`);
    this.name = 'SetUpFailure';
  }
}

/** @param {string} line */
export function say(line) {
  process.stderr.write(`rapporteur: ${line}\n`);
}
