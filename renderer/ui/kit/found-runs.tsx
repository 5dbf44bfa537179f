import { Fragment } from 'react';
import type { TextRun } from '../../engine/api.ts';

/** A text with what was found in it marked. */
export function FoundRuns({ runs }: { runs: readonly TextRun[] }) {
  // Runs have no identity of their own; they are drawn anew with every answer.
  return runs.map((run, at) => <Fragment key={`${String(at)} ${run.text}`}>{run.found ? <mark>{run.text}</mark> : run.text}</Fragment>);
}
