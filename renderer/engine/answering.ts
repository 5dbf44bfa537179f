type Question = (...asked: never[]) => Promise<unknown>;
type Part<Api> = { readonly [Name in keyof Api]: Question };

/**
 * A part of the engine as whoever holds it over lock and unlock sees it: each question goes to the
 * part of the session that is open at that moment, and with none open to what answers then.
 *
 * @param whenLocked Every question of the part, and its answer while no vault is open.
 * @param current The part of the open session; a promise where the session must know of all its records first.
 */
export function answering<Api extends Part<Api>>(whenLocked: Api, current: () => Api | null | undefined | Promise<Api | null | undefined>): Api {
  const questions = Object.keys(whenLocked) as (keyof Api & string)[];
  const ask = (question: keyof Api & string) => async (...asked: never[]) => {
    const part: Part<Api> = (await current()) ?? whenLocked;
    return part[question](...asked);
  };
  return Object.fromEntries(questions.map((question) => [question, ask(question)])) as Api;
}
