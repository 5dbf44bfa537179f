import type { JwgId, RecordId } from '../ids.ts';
import type { RecordValue } from '../records/kinds.ts';
import type { Project } from '../records/projects.ts';
import type { ReportSource } from './facts.ts';

/** What a record is counted under. One project or none, so that nothing is counted for both. */
export interface Belongs {
  readonly project: Project | null;
  readonly group: readonly JwgId[];
  readonly crimeAreas: readonly string[];
}

/** What a record says of it itself. */
export interface Said {
  readonly project?: Project | null;
  readonly jwg?: JwgId | null;
  readonly case?: RecordId | null;
  readonly crimeAreas?: readonly string[];
}

const nothing: Belongs = { project: null, group: [], crimeAreas: [] };

/**
 * Under what records are counted: what a record says itself, else what its case says, else what the
 * page of its group says. Each answer is one value, so a record stands for one project or for none.
 */
export class Belonging {
  private readonly cases = new Map<RecordId, Belongs>();
  private readonly groups = new Map<JwgId, Belongs>();

  constructor({ cases, groups }: Pick<ReportSource, 'cases' | 'groups'>) {
    for (const { value } of groups.toSorted(byRecord)) if (value.jwg) this.groups.set(value.jwg, this.joined(this.groups.get(value.jwg) ?? nothing, value));
    for (const { record, value } of cases) this.cases.set(record, this.of(value));
  }

  of(said: Said): Belongs {
    const ofCase = said.case ? this.ofCase(said.case) : nothing;
    const group = said.jwg ? [said.jwg] : ofCase.group;
    const ofGroup = group[0] === undefined ? nothing : (this.groups.get(group[0]) ?? nothing);
    const [own, theirs] = [said.crimeAreas ?? [], ofCase.crimeAreas];
    return {
      project: said.project ?? ofCase.project ?? ofGroup.project,
      group,
      crimeAreas: own.length > 0 ? own : theirs.length > 0 ? theirs : ofGroup.crimeAreas,
    };
  }

  ofCase(record: RecordId): Belongs {
    return this.cases.get(record) ?? nothing;
  }

  /** Two pages about one group: what the first leaves open the second may say. */
  private joined(first: Belongs, { project, crimeAreas = [] }: Partial<RecordValue<'jwg'>>): Belongs {
    return { project: first.project ?? project ?? null, group: [], crimeAreas: first.crimeAreas.length > 0 ? first.crimeAreas : crimeAreas };
  }
}

/** The same order on every laptop, so that each counts the same. */
function byRecord(one: { readonly record: RecordId }, other: { readonly record: RecordId }): number {
  return one.record < other.record ? -1 : one.record > other.record ? 1 : 0;
}
