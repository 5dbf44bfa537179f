import type { ReportNames } from '../../../../core/report/report-document.ts';
import { numberInWords } from '../../words/numbers.ts';
import { useWords } from '../../words/words.ts';
import { useMeasureNames, useValueNames } from './value-names.ts';

/** The names of a document in the language that is spoken now. */
export function useReportNames(): ReportNames {
  const say = useWords('report');
  const part = useValueNames();
  const { dimension } = useMeasureNames();
  return { part, dimension, figure: say('figure'), by: (by) => say(`by.${by}`), number: numberInWords, several: (count, extra) => say('several', { count, extra }) };
}
