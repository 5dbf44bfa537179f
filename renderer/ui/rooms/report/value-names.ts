import type { Dimension, Measure } from '../../../../core/records/indicator.ts';
import { useSurroundings } from '../../engine-client/engine-context.tsx';
import { countryName } from '../../kit/country-name.ts';
import { monthInWords } from '../../words/dates.ts';
import { useKindWords } from '../../words/kind-words.ts';
import { useWords } from '../../words/words.ts';

/** What a part of a figure is called. */
export function useValueNames(): (by: Dimension, value: string, measure: Measure | 'by-hand') => string {
  const say = useWords('report');
  const records = useWords('records');
  const activity = useKindWords('activity');
  const request = useKindWords('request');
  const groups = useSurroundings()?.jwgs ?? [];
  const typeName = (value: string, measure: Measure | 'by-hand'): string => {
    if (measure === 'requests-sent' || measure === 'requests-answered') return request.choice('instrument', value);
    if (measure === 'meetings' || measure === 'decisions' || measure === 'actions') return say(`meetingTypes.${value as 'other'}`, { defaultValue: value });
    return activity.choice('type', value);
  };
  return (by, value, measure) => {
    if (value === '') return say('notSaid');
    switch (by) {
      case 'country': return countryName(value);
      case 'crime-area': return records(`crimeAreas.${value as 'other'}`, { defaultValue: value });
      case 'group': return groups.find((one) => one.id === value)?.name ?? say('unknownGroup');
      case 'month': return monthInWords(value);
      case 'sex': return say(`sex.${value as 'women'}`, { defaultValue: value });
      case 'type': return typeName(value, measure);
    }
  };
}

/** What a measure is called, and a dimension. */
export function useMeasureNames(): { readonly measure: (measure: Measure | 'by-hand') => string; readonly dimension: (by: Dimension) => string } {
  const words = useKindWords('indicator');
  return { measure: (measure) => words.choice('measure', measure), dimension: (by) => words.choice('disaggregation', by) };
}
