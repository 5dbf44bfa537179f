import { isAboutPersons } from '../../../core/records/about-persons.ts';
import type { RecordId } from '../../../core/ids.ts';
import type { MarkingScheme } from '../../../core/markings/marking.ts';
import { markingOf } from '../../../core/markings/scheme.ts';
import type { RecordKind } from '../../../core/records/kinds.ts';
import { failed, ok, type Result } from '../../../core/result.ts';
import type { ListsApi, NotebookApi, PouchApi, SearchApi } from '../api.ts';
import type { ConsultationLog } from './consultation-log.ts';
import type { PaletteEnd, RegisterFailure } from './registers-api.ts';

/** Kinds whose lists are about persons: what is typed to narrow them is a search. */
const aboutPersons: readonly RecordKind[] = ['subject', 'relation', 'protection'];

export interface ConsultingParts {
  readonly log: ConsultationLog;
  readonly notebook: Pick<NotebookApi, 'open'>;
  readonly lists: Pick<ListsApi, 'query'>;
  readonly search: Pick<SearchApi, 'find'>;
  readonly pouch: Pick<PouchApi, 'quarantined'>;
  readonly scheme: () => MarkingScheme;
}

/**
 * The ways in which the interface looks into the notebook, each with its entry. The engine's own parts
 * use the notebook itself: what they read is nobody's consultation.
 */
export interface Consulting {
  readonly open: NotebookApi['open'];
  readonly query: ListsApi['query'];
  readonly find: SearchApi['find'];
  readonly quarantined: PouchApi['quarantined'];
  /** Enters why somebody opens a record that is out of sight; only with the answer may it be shown. */
  reveal(kind: RecordKind, record: RecordId, justification: string): Promise<Result<null, RegisterFailure | 'not-found' | 'no-justification'>>;
  paletteLeft(by: PaletteEnd): Promise<void>;
}

export function createConsulting({ log, notebook, lists, search, pouch, scheme }: ConsultingParts): Consulting {
  return {
    async open(kind, record) {
      const opened = await notebook.open(kind, record);
      if (!opened.ok) return opened;
      const { level, value } = opened.value;
      const isAbout = isAboutPersons(kind, value);
      if (isAbout || markingOf(scheme(), level).needsBriefing) log.opened({ record, kind, level, aboutPersons: isAbout });
      return opened;
    },
    async query(query, window) {
      const answer = await lists.query(query, window);
      if (aboutPersons.includes(query.kind)) log.searched({ words: query.words.map((one) => one.text).join(' '), within: query.kind, found: answer.total });
      return answer;
    },
    async find(question) {
      // Before it is answered: the palette may be left sooner.
      const inPalette = question.palette === true ? log.typedInPalette(question.text) : null;
      const answer = await search.find(question);
      if (inPalette === null) log.searched({ words: question.text, within: null, found: answer.total });
      else inPalette.found(answer.total);
      return answer;
    },
    async quarantined(letter) {
      const read = await pouch.quarantined(letter);
      if (!read.ok) return read;
      const { kind, level } = read.value;
      const entered = await log.revealed({ did: 'revealed', what: 'quarantined', letter, kind, level });
      return entered.ok ? read : entered;
    },
    async reveal(kind, record, justification) {
      const why = justification.trim().slice(0, 500);
      if (why === '') return failed('no-justification');
      const opened = await notebook.open(kind, record);
      if (!opened.ok) return opened;
      const entered = await log.revealed({ did: 'revealed', what: 'restricted', record, kind, level: opened.value.level, justification: why });
      return entered.ok ? ok(null) : entered;
    },
    async paletteLeft(by) {
      log.paletteLeft(by);
    },
  };
}
