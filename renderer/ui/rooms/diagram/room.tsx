import { Link, Route, Switch } from 'wouter';
import type { JwgId, MarkingId, RecordId } from '../../../../core/ids.ts';
import type { DiagramOf } from '../../diagram/diagram-of.ts';
import { LinkDiagram } from '../../diagram/link-diagram.tsx';
import { useEngineQuery } from '../../engine-client/engine-context.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { MarkingBadge } from '../../kit/marking-badge.tsx';
import { pathOfRecord, paths } from '../../kit/paths.ts';
import { PageHead } from '../../kit/room-layout.tsx';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { useWhere } from '../../kit/where.ts';
import { useWords } from '../../words/words.ts';
import classes from './diagram-page.module.css';

/** A link diagram with the whole window: of a case, or of a subject and those around it. */
export function DiagramRoom() {
  const say = useWords('diagram');
  return (
    <section className={classes['room']} aria-label={say('label')} data-pane tabIndex={-1}>
      <Switch>
        <Route path="/diagram/case/:record">{({ record }) => <DiagramPage key={record} of={{ kind: 'case', record: record as RecordId }} />}</Route>
        <Route path="/diagram/subject/:record">{({ record }) => <DiagramPage key={record} of={{ kind: 'subject', record: record as RecordId }} />}</Route>
        <Route>
          <EmptyState>{say('gone')}</EmptyState>
        </Route>
      </Switch>
    </section>
  );
}

interface Ground {
  readonly title: string;
  readonly case: RecordId | null;
  readonly jwg: JwgId | null;
  readonly level: MarkingId;
}

/** What the diagram is of, as far as what is begun in it needs it; `null` when it is not in the notebook. */
function useGround({ kind, record }: DiagramOf): Ground | null | undefined {
  const answer = useEngineQuery(['records', kind, 'ground', record], async (engine) => {
    const opened = await engine.notebook.open<'case' | 'subject'>(kind, record);
    if (!opened.ok) return null;
    const { title, level, value } = opened.value;
    return { title, level, jwg: value.jwg, case: kind === 'case' ? record : 'case' in value ? value.case : null };
  });
  return answer.data;
}

function DiagramPage({ of }: { of: DiagramOf }) {
  const say = useWords('diagram');
  const ground = useGround(of);
  useShownMarking(ground?.level);
  useWhere(ground ?? {});
  if (ground === undefined) return null;
  if (ground === null) return <EmptyState>{say('gone')}</EmptyState>;
  const back = of.kind === 'case' ? paths.casePart(of.record, 'diagram') : pathOfRecord('subject', of.record);
  return (
    <>
      <PageHead
        title={ground.title}
        facts={
          <>
            <MarkingBadge level={ground.level} /> {say('label')} · <Link href={back}>{say(of.kind === 'case' ? 'backToCase' : 'backToSubject')}</Link>
          </>
        }
      />
      <LinkDiagram of={of} title={ground.title} ground={{ case: ground.case, jwg: ground.jwg, level: ground.level }} whole />
    </>
  );
}
