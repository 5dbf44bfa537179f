import type { ExportPurpose } from '../../../../core/clearance/export.ts';
import type { RecordId } from '../../../../core/ids.ts';
import type { Marking } from '../../../../core/markings/marking.ts';
import { highest } from '../../../../core/markings/scheme.ts';
import type { TimelineDocument } from '../../../../core/timeline/timeline-page.ts';
import type { DatedRow, Exportable, RecordView } from '../../../engine/api.ts';
import { useEngineQueryKept } from '../../engine-client/engine-context.tsx';
import { useMarkingOf } from '../../kit/marking-band.ts';
import { groupsOf, type TimelineView } from '../../timeline/timeline-view.ts';
import { useTimelineWords } from '../../timeline/timeline-words.ts';
import { dayInWords, today } from '../../words/dates.ts';
import { languageNow } from '../../words/language.ts';
import { useWords } from '../../words/words.ts';

export interface MadeTimeline {
  readonly document: TimelineDocument;
  readonly marking: Marking;
  readonly reference: string;
  readonly suggestedName: string;
  /** Whatever is named in it. */
  readonly records: readonly RecordId[];
  readonly exportable: Exportable;
  /** Records that stay out of it. */
  readonly leftOut: number;
}

interface Asked {
  readonly view: RecordView<'case'>;
  readonly rows: readonly DatedRow[];
  readonly exportable: Exportable;
}

/**
 * The timeline of a case, laid out for a purpose: what may not leave for it is not named. `null` when the
 * case is not in the notebook, or may not leave itself and is therefore not the title of anything.
 */
export function useTimelineDocument(record: RecordId, view: TimelineView, purpose: ExportPurpose): MadeTimeline | null | undefined {
  const lay = useLayOut();
  const asked = useEngineQueryKept(['records', 'any', 'timeline', 'printed', record, purpose], async (engine): Promise<Asked | null> => {
    const opened = await engine.notebook.open('case', record);
    if (!opened.ok) return null;
    const rows = await engine.notebook.timeline(record);
    const exportable = await engine.lists.exportable([...new Set([record, ...rows.map((row) => row.record)])], purpose);
    return { view: opened.value, rows, exportable };
  }).data;
  return asked === undefined || asked === null ? asked : lay(asked, view);
}

function useLayOut(): (asked: Asked, view: TimelineView) => MadeTimeline {
  const say = useWords('timeline');
  const words = useTimelineWords();
  const markingOf = useMarkingOf();
  return ({ view: of, rows, exportable }, view) => {
    const may = new Set(exportable.allowed);
    const named = may.has(of.record);
    const allowed = rows.filter((row) => may.has(row.record));
    const groups = groupsOf(allowed, view);
    const shown = groups.flatMap((group) => group.items);
    const marking = highest(markingOf(of.level), ...shown.map((row) => markingOf(row.level)));
    // A case whose own name may not leave is not named.
    const title = named ? of.title : say('document.genre');
    const days = shown.map((row) => row.day).toSorted();
    const [first, last] = [days[0], days.at(-1)];
    const out = new Set([...rows.map((row) => row.record), of.record].filter((record) => !may.has(record))).size;
    const document: TimelineDocument = {
      language: languageNow(),
      genre: say('document.genre'),
      title,
      banner: marking.full,
      facts: [
        { label: say('document.classification'), value: marking.full },
        { label: say('document.reference'), value: named ? of.value.reference : '' },
        { label: say('document.span'), value: first === undefined || last === undefined ? '' : `${dayInWords(first)} – ${dayInWords(last)}` },
        { label: say('document.made'), value: dayInWords(today()) },
      ],
      heads: { day: say('document.day'), record: say('document.record'), what: say('document.what') },
      periods: groups.map((group) => ({
        name: words.periodName(group.period, view.period),
        lines: group.items.map((row) => ({ day: dayInWords(row.day), time: row.time ?? '', title: words.titleOf(row), what: words.factsOf(row), portion: markingOf(row.level).short })),
      })),
      leftOut: out === 0 ? '' : say('document.leftOut', { count: out }),
    };
    const suggestedName = `${say('document.file', { title, day: dayInWords(today()), level: marking.short }).replaceAll('/', '-').slice(0, 180)}.pdf`;
    return { document, marking, reference: named ? of.value.reference : '', suggestedName, records: [...new Set([...(named ? [of.record] : []), ...shown.map((row) => row.record)])], exportable, leftOut: out };
  };
}
